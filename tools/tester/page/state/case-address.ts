import type { Subscription } from '@segment/browser-destination-runtime/types'
import { mappingEntry, subscriptionsOf, type TesterState } from './tester-state'

const PREFIX = '#case='

/** A state as it stands in an address. */
type StoredCase = Omit<TesterState, 'mappings'> & { mappings: Subscription[] }

function toStored(state: TesterState): StoredCase {
  return { ...state, mappings: subscriptionsOf(state) }
}

function encodeText(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function decodeText(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
}

/** The part of the address after `#`, empty where nothing differs: only what differs is in it, which keeps it short. */
export function caseAddress(state: TesterState, initial: TesterState): string {
  const defaults: Record<string, unknown> = { ...toStored(initial) }
  const changed = Object.entries(toStored(state)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key])
  )
  return changed.length === 0 ? '' : PREFIX + encodeText(JSON.stringify(Object.fromEntries(changed)))
}

function isSubscription(value: unknown): value is Subscription {
  if (typeof value !== 'object' || value === null) return false
  const { name, enabled, partnerAction, subscribe, mapping } = value as Record<string, unknown>
  return (
    [name, partnerAction, subscribe].every((text) => typeof text === 'string') &&
    typeof enabled === 'boolean' &&
    typeof mapping === 'object' &&
    mapping !== null
  )
}

function isEligibility(value: unknown): boolean {
  return value === 'yes' || value === 'no' || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
}

/** The state of an address. Whatever is missing or of another kind there stays as it is initially. */
export function readCaseAddress(hash: string, initial: TesterState): TesterState {
  if (!hash.startsWith(PREFIX)) return initial
  try {
    const stored: unknown = JSON.parse(decodeText(hash.slice(PREFIX.length)))
    if (typeof stored !== 'object' || stored === null) return initial
    const { mappings, eligibility, ...rest } = stored as Partial<StoredCase>
    const usable = Object.entries(rest).filter(
      ([key, value]) => key in initial && typeof value === typeof initial[key as keyof TesterState] && Boolean(value)
    )
    return {
      ...initial,
      ...Object.fromEntries(usable),
      ...(isEligibility(eligibility) ? { eligibility } : undefined),
      ...(Array.isArray(mappings) ? { mappings: mappings.filter(isSubscription).map(mappingEntry) } : undefined)
    }
  } catch {
    return initial
  }
}
