import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { analytics } from './analytics'

const tracked = new Set<string>()

/** Tracks an event at most once: StrictMode runs effects twice in development, and users return to a route. */
export function useTrackOnce(event: string, properties: object): void {
  useEffect(() => {
    if (tracked.has(event)) return
    tracked.add(event)
    void analytics.track(event, properties)
  })
}

/**
 * Sends a page event for each route. React runs the effects of elements in their order, so this comes first in the app:
 * then InMoment has the route's page information before an event of the route requests a survey.
 */
export function PageEvents(): null {
  const [path] = useLocation()
  const lastPath = useRef('')
  useEffect(() => {
    if (path === lastPath.current) return
    lastPath.current = path
    void analytics.page()
  })
  return null
}
