import { useEffect } from 'react'
import { CaseActions } from './cases/CaseActions'
import { EventPanel } from './event/EventPanel'
import type { LiveMode } from './live-mode'
import { MappingsPanel } from './mappings/MappingsPanel'
import { NoticeBar } from './NoticeBar'
import { ResultPanel } from './result/ResultPanel'
import { SurveyPanel } from './sandbox/SurveyPanel'
import { restoreFocus } from './state/focus'
import { TimelinePanel } from './timeline/TimelinePanel'

interface AppProps {
  liveMode: LiveMode
  /** Why analytics.js could not be loaded. */
  startError?: string
}

export function App({ liveMode: { isLive, accountToken }, startError }: AppProps) {
  useEffect(restoreFocus, [])
  return (
    <>
      <header className="app-header">
        <a className="skip-link" href="#main">
          Skip to the event
        </a>
        <h1>
          InMoment destination <span>action tester</span>
        </h1>
        <CaseActions />
        <p className={`beacon-badge ${isLive ? 'live' : ''}`}>
          {isLive ? 'Live beacon' : 'Sandbox beacon'} <code>{accountToken}</code>
        </p>
      </header>
      <section className="notices" aria-label="Messages">
        {startError === undefined ? null : (
          <p className="start-error" role="alert">
            {startError}
          </p>
        )}
        <NoticeBar />
      </section>
      <main id="main" tabIndex={-1}>
        <EventPanel />
        <ResultPanel />
        <SurveyPanel isLive={isLive} />
        <TimelinePanel />
        <MappingsPanel />
      </main>
    </>
  )
}
