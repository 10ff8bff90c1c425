/** Stands in for the package aggregate-error, without its formatting of stack traces. */
export default class AggregateError extends Error {
  constructor(private readonly errors: Error[]) {
    super(errors.map(({ message }) => message).join('\n'))
  }

  *[Symbol.iterator](): IterableIterator<Error> {
    yield* this.errors
  }
}
