import { destination, presetSubscriptions, type Subscription } from '../../src'
import { createDefaultMapping } from '../../src/destinations/inmoment/fields'

/** The presets, with other or additional values in the mappings of these actions. */
export function changePresets(mappings: Record<string, object>): Subscription[] {
  return presetSubscriptions().map((preset) => ({
    ...preset,
    mapping: { ...preset.mapping, ...mappings[preset.partnerAction] }
  }))
}

/** The presets of these actions only. */
export function selectPresets(...actions: string[]): Subscription[] {
  return presetSubscriptions().filter(({ partnerAction }) => actions.includes(partnerAction))
}

/** A mapping of Request Survey, which has no preset, as Segment's app adds it for this trigger. */
export function requestSurveyOn(subscribe: string, mapping: object = {}): Subscription {
  const { fields = {} } = destination.actions.requestSurvey ?? {}
  return {
    name: 'Request Survey',
    enabled: true,
    partnerAction: 'requestSurvey',
    subscribe,
    mapping: { ...createDefaultMapping(fields), ...mapping }
  }
}

/** A second mapping that requests a survey for an event that the preset of Track Event matches too. */
export const ORDERS: Subscription = {
  name: 'Orders',
  enabled: true,
  partnerAction: 'requestSurvey',
  subscribe: 'type = "track" and event = "Order Completed"',
  mapping: {}
}
