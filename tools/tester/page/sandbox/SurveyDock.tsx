import { useEffect } from 'react'
import { useSessionState } from '../state/session-storage'

/** The sandbox beacon adds the survey here, where it covers nothing. React does not change the children. */
export function SurveyDock() {
  return <div className="survey-dock" data-survey-dock="" />
}

/** Applies to the next survey. */
export function PlacementCheckbox() {
  const [isOnPage, setIsOnPage] = useSessionState('survey-on-page', false)
  useEffect(() => {
    window.sandboxBeacon = { ...window.sandboxBeacon, isOnPage }
  }, [isOnPage])

  return (
    <label className="checkbox survey-placement">
      <input type="checkbox" checked={isOnPage} onChange={({ target }) => setIsOnPage(target.checked)} />
      <span>Show the survey as on a page, at the bottom</span>
    </label>
  )
}
