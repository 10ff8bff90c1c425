import { defaultValues } from '@segment/actions-core'
import inmoment from '../../src/destinations/inmoment'

/**
 * This destination built as most of its siblings are: they take the mapping of their presets from the main entry of
 * Segment's framework, and its schema validator comes along.
 */
Object.assign(globalThis, { inmomentDestination: Object.assign(inmoment, { defaultValues }) })
