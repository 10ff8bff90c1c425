import { Calls } from './calls/Calls'
import type { Mode } from './mode'
import { BeaconPanel } from './panels/BeaconPanel'
import { SettingsPanel } from './panels/SettingsPanel'
import { SurveyPanel } from './panels/SurveyPanel'
import { WarningsPanel } from './panels/WarningsPanel'
import { Shop } from './shop/Shop'

interface AppProps {
  mode: Mode
  /** Why nothing can be sent, where that is so. */
  trouble?: string
}

export function App({ mode, trouble }: AppProps) {
  return (
    <>
      <header className="page-header">
        <h1>
          InMoment destination <span>for Segment</span>
        </h1>
        <p className={`mode ${mode.live ? 'live' : 'sandbox'}`}>
          {mode.live ? 'Live beacon' : 'Sandbox beacon'} <code>{mode.accountToken}</code>
        </p>
      </header>
      {trouble ? (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      ) : null}
      <main>
        <Shop />
        <Calls />
        <SettingsPanel />
        <BeaconPanel />
        <SurveyPanel />
        <WarningsPanel />
      </main>
    </>
  )
}
