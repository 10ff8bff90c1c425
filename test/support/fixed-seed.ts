import fc from 'fast-check'

/** The same random values for every mutant, so that results repeat. The first failure ends a test, without shrinking. */
fc.configureGlobal({ seed: 1, endOnFailure: true })
