import { createRoot } from 'react-dom/client'
import { App } from './App'
import { mode } from './mode'
import { recordBeaconCalls } from './observation/beacon-calls'
import { settingsWatch } from './observation/settings-watch'
import { surveyCallbacks } from './observation/survey-answers'
import { recordWarnings } from './observation/warnings'
import { loadAnalytics } from './segment/analytics'
import { sendCall } from './segment/send-call'
import { waitForServiceWorker } from './segment/service-worker'

const container = document.getElementById('app')
if (!container) throw new Error('The page has no element to show the app in.')
const root = createRoot(container)

recordBeaconCalls()
recordWarnings()

// What a shop has in its page before any destination runs: the destination has to leave these as they are.
window.wootricSettings = { product_name: 'Juniper Coffee', callbacks: surveyCallbacks }
settingsWatch.mark()
settingsWatch.start()

root.render(<App mode={mode} />)
sendCall({ type: 'page', name: 'Shop', properties: {} })

waitForServiceWorker().then(
  () => loadAnalytics(mode.accountToken),
  (error: unknown) => root.render(<App mode={mode} trouble={error instanceof Error ? error.message : String(error)} />)
)
