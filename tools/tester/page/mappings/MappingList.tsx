import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { MAX_MAPPINGS } from '../../../cli/mapping-checks/read-mappings'
import { useCurrentEvent } from '../fields/current-event'
import { useSessionState } from '../state/session-storage'
import { createMappingEntry, getSubscriptions, type MappingEntry } from '../state/tester-state'
import { updateState, useTesterState } from '../state/tester-store'
import { ScrollRegion } from '../ui/ScrollRegion'
import { AddMapping } from './AddMapping'
import { createSubscription } from './create-subscription'
import { MappingCard } from './MappingCard'
import { findOtherRequests } from './other-requests'

const NONE = -1

interface FocusRequest {
  /** Of a mapping, or NONE for the list. */
  index: number
}

export function MappingList() {
  const { mappings } = useTesterState()
  // Not for each key that you press.
  const event = useDeferredValue(useCurrentEvent())
  const otherRequests = useMemo(() => findOtherRequests(getSubscriptions({ mappings }), event), [mappings, event])
  const [openIndex, setOpenIndex] = useSessionState('open-mapping', NONE)

  const list = useRef<HTMLUListElement>(null)
  const [focusRequest, setFocusRequest] = useState<FocusRequest>()
  useEffect(() => {
    if (!focusRequest) return
    const button = list.current?.querySelectorAll<HTMLElement>('h3 button')[focusRequest.index]
    const target = button ?? list.current?.parentElement
    target?.focus()
  }, [focusRequest])

  function add(partnerAction: string): void {
    updateState({ mappings: [...mappings, createMappingEntry(createSubscription(partnerAction, mappings))] })
    setOpenIndex(mappings.length)
    setFocusRequest({ index: mappings.length })
  }

  function change(changed: MappingEntry): void {
    updateState({ mappings: mappings.map((entry) => (entry.id === changed.id ? changed : entry)) })
  }

  function remove({ id }: MappingEntry, index: number): void {
    updateState({ mappings: mappings.filter((entry) => entry.id !== id) })
    setOpenIndex(NONE)
    setFocusRequest({ index: Math.min(index, mappings.length - 2) })
  }

  return (
    <ScrollRegion label="Destination mappings">
      {mappings.length === 0 ? (
        <p className="empty">No mappings. Add one to deliver events to the destination.</p>
      ) : null}
      <ul ref={list} className="mapping-list">
        {mappings.map((entry, index) => (
          <MappingCard
            key={entry.id}
            subscription={entry.subscription}
            isOpen={index === openIndex}
            onToggle={() => setOpenIndex(index === openIndex ? NONE : index)}
            onChange={(subscription) => change({ ...entry, subscription })}
            onRemove={() => remove(entry, index)}
            otherRequests={otherRequests.get(entry.subscription) ?? []}
          />
        ))}
      </ul>
      {mappings.length > MAX_MAPPINGS ? (
        <p className="field-warning">
          Segment allows {MAX_MAPPINGS} mappings per destination. You have {mappings.length}.
        </p>
      ) : null}
      <AddMapping onAdd={add} />
    </ScrollRegion>
  )
}
