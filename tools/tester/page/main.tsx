import { createRoot } from 'react-dom/client'
import { App } from './App'
import { liveMode } from './live-mode'
import { recordBeaconCalls } from './observation/beacon-calls'
import { onDestinationLoad } from './observation/destination-load'
import { recordWarnings } from './observation/warnings'
import { addOwnSnippet, preparePage } from './sandbox/prepare-page'
import { loadAnalytics } from './segment/analytics'
import { sendCall, sendPendingCall } from './segment/send-call'
import { startServiceWorker } from './segment/service-worker'
import { clearUsersOfOtherMode } from './state/mode-users'
import { loadedState, openCaseOnUrlChange } from './state/tester-store'
import { finishEntry } from './timeline/progress'
import { addEntry, saveTimeline } from './timeline/timeline'

const container = document.getElementById('app')
if (!container) throw new Error('The page has no element with the ID "app".')
const root = createRoot(container)

clearUsersOfOtherMode(liveMode.name)
recordBeaconCalls()
recordWarnings()
preparePage(loadedState)
const pageLoad = addEntry({ title: 'Page load' })
onDestinationLoad(() => finishEntry(pageLoad))
window.addEventListener('pagehide', saveTimeline)
openCaseOnUrlChange()

root.render(<App liveMode={liveMode} />)

// Segment's snippet sends a page event on each page load.
sendCall({ type: 'page', name: 'Shop', properties: {} })
sendPendingCall()
start().catch((error: unknown) =>
  root.render(<App liveMode={liveMode} startError={error instanceof Error ? error.message : String(error)} />)
)

async function start(): Promise<void> {
  await startServiceWorker(liveMode.isLive ? 'live' : loadedState.beacon)
  if (loadedState.beacon === 'ownSnippet' && !liveMode.isLive) addOwnSnippet(loadedState.settings.accountToken)
  loadAnalytics(loadedState)
}
