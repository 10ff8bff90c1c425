import type { Analytics } from '@segment/analytics-next'
import { transform } from '@segment/actions-core/mapping-kit'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { parseFql, validate } from '@segment/destination-subscriptions'
import type { ToldUser } from './client'
import type { Settings } from './generated-types'
import { toldUser } from './identifyUser/told-user'
import type { Person } from './person'

/** The person that analytics.js has now, or nothing where it cannot tell. */
export function currentPerson(analytics: Partial<Analytics>): Person | undefined {
  const user = analytics.user?.()
  return user && { userId: user.id(), anonymousId: user.anonymousId() }
}

/**
 * What the site's identifyUser mappings say of `person`, whom analytics.js knows from an earlier page or identify call:
 * those that are switched on and whose trigger fits, one after the other. Nothing of an unknown visitor, or where there
 * is no such mapping. A mapping that is broken says nothing.
 */
export function toldByMappings(settings: Settings, analytics: Partial<Analytics>, person: Person): ToldUser[] {
  const traits = analytics.user?.().traits() ?? {}
  if (!person.userId && Object.keys(traits).length === 0) return []

  const event = { type: 'identify', ...person, traits, context: {}, integrations: {} }
  return subscriptionsOf(settings).flatMap(({ enabled, partnerAction, subscribe, mapping }) => {
    try {
      if (!enabled || partnerAction !== 'identifyUser' || !validate(parseFql(subscribe), event)) return []
      // Nothing is logged: there is no event whose context could carry it, and the next identify says the same.
      return [toldUser(transform(mapping, event), () => undefined)]
    } catch {
      return []
    }
  })
}

/** The runtime's settings hold the subscriptions too, which the generated type does not know. */
function subscriptionsOf(settings: Settings): Subscription[] {
  const { subscriptions } = settings as { subscriptions?: Subscription[] }
  return subscriptions ?? []
}
