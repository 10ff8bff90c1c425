import { toPluginsCall, toReplayFile, toSubscriptionList } from '../../../cli/mapping-checks/mapping-exports'
import { getSubscriptions, type TesterState } from '../state/tester-state'

export const EXPORT_FORMATS = [
  { value: 'list', label: 'Mappings, as a JSON list', fileName: 'mappings.json' },
  { value: 'plugins', label: 'Mappings and settings, as code for inmomentPlugins', fileName: 'inmoment.js' },
  { value: 'replay', label: 'Mappings and settings, as a file for replay', fileName: 'replay.json' }
] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['value']

export function createExport(format: ExportFormat, state: Pick<TesterState, 'mappings' | 'settings'>): string {
  const subscriptions = getSubscriptions(state)
  switch (format) {
    case 'list':
      return toSubscriptionList(subscriptions)
    case 'plugins':
      return toPluginsCall(state.settings, subscriptions)
    case 'replay':
      return toReplayFile(state.settings, subscriptions)
  }
}
