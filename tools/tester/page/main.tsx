import { createRoot } from 'react-dom/client'
import { App } from './App'
import { mode } from './mode'
import { recordBeaconCalls } from './observation/beacon-calls'
import { whenDestinationLoads } from './observation/destination-load'
import { recordWarnings } from './observation/warnings'
import { addOwnSnippet, preparePage } from './sandbox/prepare-page'
import { loadAnalytics } from './segment/analytics'
import { sendCall, sendWaitingCall } from './segment/send-call'
import { startServiceWorker } from './segment/service-worker'
import { followAddress, loadedState } from './state/state-store'
import { finish } from './timeline/record'
import { timeline } from './timeline/timeline'

const PAGE_LOAD = crypto.randomUUID()

const container = document.getElementById('app')
if (!container) throw new Error('The page has no element to show the app in.')
const root = createRoot(container)

recordBeaconCalls()
recordWarnings()
preparePage(loadedState)
timeline.add({ id: PAGE_LOAD, kind: 'load', title: 'Page load' })
whenDestinationLoads(() => {
  if (timeline.waiting().some(({ id }) => id === PAGE_LOAD)) finish(PAGE_LOAD)
})
window.addEventListener('pagehide', timeline.keep)
followAddress()

root.render(<App mode={mode} />)

async function start(): Promise<void> {
  await startServiceWorker(mode.isLive ? 'live' : loadedState.beacon)
  if (loadedState.beacon === 'own' && !mode.isLive) addOwnSnippet(loadedState.settings.accountToken)
  loadAnalytics(loadedState)
}

// As every site does with Segment's snippet.
sendCall({ type: 'page', name: 'Shop', properties: {} })
sendWaitingCall()
start().catch((error: unknown) =>
  root.render(<App mode={mode} trouble={error instanceof Error ? error.message : String(error)} />)
)
