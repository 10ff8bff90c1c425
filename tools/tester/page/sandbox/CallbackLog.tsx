import { useSyncExternalStore } from 'react'
import { callbackCalls } from '../observation/survey-callbacks'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Time } from '../ui/Time'

export function CallbackLog() {
  const calls = useSyncExternalStore(callbackCalls.subscribe, callbackCalls.get)
  return (
    <ScrollRegion label="Survey callbacks">
      {calls.length === 0 ? (
        <p className="empty">No callbacks yet. Send an Identify event.</p>
      ) : (
        <ol className="callback-log">
          {calls.map(({ id, time, text }) => (
            <li key={id}>
              <Time milliseconds={time} />
              <code>{text}</code>
            </li>
          ))}
        </ol>
      )}
    </ScrollRegion>
  )
}
