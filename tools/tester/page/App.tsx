import { useEffect } from 'react'
import { CopyUrlButton } from './CopyUrlButton'
import { EventPanel } from './event/EventPanel'
import type { LiveMode } from './live-mode'
import { MappingsPanel } from './mappings/MappingsPanel'
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
        <h1>
          InMoment destination <span>action tester</span>
        </h1>
        <CopyUrlButton />
        <p className={`beacon-badge ${isLive ? 'live' : ''}`}>
          {isLive ? 'Live beacon' : 'Sandbox beacon'} <code>{accountToken}</code>
        </p>
      </header>
      {startError === undefined ? null : (
        <p className="start-error" role="alert">
          {startError}
        </p>
      )}
      <main>
        <EventPanel />
        <MappingsPanel />
        <ResultPanel />
        <SurveyPanel isLive={isLive} />
        <TimelinePanel />
      </main>
    </>
  )
}
