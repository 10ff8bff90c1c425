import type { Subscription } from '@segment/browser-destination-runtime/types'
import { isObject } from '../../../../src/destinations/inmoment/is-object'
import type { SandboxEligibility } from '../../sandbox/sandbox-options'
import { createMappingEntry, getSubscriptions, type TesterState } from './tester-state'

const PREFIX = '#case='

/** A state in the format of the URL. */
type StoredCase = Omit<TesterState, 'mappings'> & { mappings: Subscription[] }

/** The hash of the URL for a case. It contains only what differs from the initial state, which keeps it short. */
export function createCaseHash(state: TesterState, initialState: TesterState): string {
  const initialCase: Record<string, unknown> = { ...toStoredCase(initialState) }
  const changes = Object.entries(toStoredCase(state)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(initialCase[key])
  )
  return changes.length === 0 ? '' : PREFIX + encodeText(JSON.stringify(Object.fromEntries(changes)))
}

/** The state of a hash. Parts that are missing or have another type keep their initial values. */
export function readCaseHash(hash: string, initialState: TesterState): TesterState {
  if (!hash.startsWith(PREFIX)) return initialState
  try {
    const stored: unknown = JSON.parse(decodeText(hash.slice(PREFIX.length)))
    if (!isObject(stored)) return initialState
    const { mappings, eligibility, ...others } = stored
    const valid = Object.entries(others).filter(
      ([key, value]) =>
        key in initialState && typeof value === typeof initialState[key as keyof TesterState] && Boolean(value)
    )
    return {
      ...initialState,
      ...Object.fromEntries(valid),
      ...(isEligibility(eligibility) ? { eligibility } : undefined),
      ...(Array.isArray(mappings) ? { mappings: mappings.filter(isSubscription).map(createMappingEntry) } : undefined)
    }
  } catch {
    return initialState
  }
}

function toStoredCase(state: TesterState): StoredCase {
  return { ...state, mappings: getSubscriptions(state) }
}

function encodeText(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function decodeText(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
}

function isSubscription(value: unknown): value is Subscription {
  if (!isObject(value)) return false
  const { name, enabled, partnerAction, subscribe, mapping } = value
  return (
    [name, partnerAction, subscribe].every((text) => typeof text === 'string') &&
    typeof enabled === 'boolean' &&
    isObject(mapping)
  )
}

function isEligibility(value: unknown): value is SandboxEligibility {
  return value === 'yes' || value === 'no' || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
}
