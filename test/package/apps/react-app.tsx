import { AnalyticsBrowser } from '@segment/analytics-next'
import { inmomentPlugins, presetSubscriptions, type Subscription } from 'analytics-browser-actions-inmoment'
import { StrictMode, useEffect, useRef, useState, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Link, Route, Switch, useLocation } from 'wouter'

/** Each page view requests a survey. */
const surveyOnPage: Subscription = {
  name: 'Request Survey for pages',
  enabled: true,
  partnerAction: 'requestSurvey',
  subscribe: 'type = "page"',
  mapping: {}
}

function App(): ReactElement {
  const analytics = useAnalytics()
  usePageViews(analytics)
  return (
    <>
      <Link href="/">Home</Link> <Link href="/pricing">Pricing</Link>
      <Switch>
        <Route path="/pricing">
          <h1>Pricing</h1>
        </Route>
        <Route>
          <h1>Welcome</h1>
        </Route>
      </Switch>
    </>
  )
}

/** In development, StrictMode loads analytics.js twice here, and registers the plugins twice with one of the two. */
function useAnalytics(): AnalyticsBrowser {
  const [analytics] = useState(() =>
    AnalyticsBrowser.load({
      writeKey: 'write-key',
      cdnSettings: { integrations: { 'Segment.io': { apiKey: 'write-key' } } }
    })
  )
  useEffect(() => {
    const subscriptions = [...presetSubscriptions(), surveyOnPage]
    void analytics.register(...inmomentPlugins({ accountToken: 'NPS-4aeb53c1', subscriptions }))
  }, [analytics])
  return analytics
}

/** Sends one page event for each path. StrictMode keeps refs when it runs effects again. */
function usePageViews(analytics: AnalyticsBrowser): void {
  const [path] = useLocation()
  const lastPath = useRef('')
  useEffect(() => {
    if (path === lastPath.current) return
    lastPath.current = path
    void analytics.page()
  }, [analytics, path])
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}
