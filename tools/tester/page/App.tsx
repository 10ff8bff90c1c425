import { useEffect } from 'react'
import { EventPanel } from './editor/EventPanel'
import { MappingsPanel } from './mappings/MappingsPanel'
import type { Mode } from './mode'
import { ResultPanel } from './result/ResultPanel'
import { SurveyPanel } from './sandbox/SurveyPanel'
import { returnFocus } from './state/focus'
import { ShareButton } from './ShareButton'
import { TimelinePanel } from './timeline/TimelinePanel'

interface AppProps {
  mode: Mode
  /** Why nothing can be sent, where that is so. */
  trouble?: string
}

export function App({ mode, trouble }: AppProps) {
  useEffect(returnFocus, [])
  return (
    <>
      <header className="page-header">
        <h1>
          InMoment destination <span>action tester</span>
        </h1>
        <ShareButton />
        <p className={`mode ${mode.isLive ? 'live' : 'sandbox'}`}>
          {mode.isLive ? 'Live beacon' : 'Sandbox beacon'} <code>{mode.accountToken}</code>
        </p>
      </header>
      {trouble ? (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      ) : null}
      <main>
        <EventPanel />
        <MappingsPanel />
        <ResultPanel />
        <SurveyPanel live={mode.isLive} />
        <TimelinePanel />
      </main>
    </>
  )
}
