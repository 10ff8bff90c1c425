import { surveyRequestsFor } from '../../../cli/mapping-checks/survey-requests'
import { parseEvent } from '../event/parse-event'
import { evaluateMappings } from '../mappings/evaluate-mapping'
import { getSubscriptions } from '../state/tester-state'
import { useTesterState } from '../state/tester-store'
import { ScrollRegion } from '../ui/ScrollRegion'
import { DoubleRequest } from './DoubleRequest'
import { MappingResults } from './MappingResults'

/** The payloads of the event in the editor, before it is sent. */
export function Preview() {
  const state = useTesterState()
  const { event, problem } = parseEvent(state.event)
  const subscriptions = getSubscriptions(state)
  return (
    <ScrollRegion label="Preview of the event">
      {event ? (
        <>
          <DoubleRequest names={surveyRequestsFor(subscriptions, event).map(({ name }) => name)} />
          <MappingResults results={evaluateMappings(subscriptions, event)} />
        </>
      ) : (
        <p>{problem}</p>
      )}
    </ScrollRegion>
  )
}
