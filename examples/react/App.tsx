import type { ReactElement } from 'react'
import { Link, Route } from 'wouter'
import { PageEvents, useTrackOnce } from './tracking'

export function App(): ReactElement {
  return (
    <>
      <PageEvents />
      <nav>
        <Link href="/">Home</Link> <Link href="/report">Report</Link>
      </nav>
      <Route path="/report" component={Report} />
    </>
  )
}

function Report(): ReactElement {
  useTrackOnce('Report Viewed', { period: 'month' })
  return <h1>Your report</h1>
}
