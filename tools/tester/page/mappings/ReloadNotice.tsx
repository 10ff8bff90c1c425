import { reloadPage, useIsReloadNeeded } from '../state/tester-store'

/** analytics.js reads settings and mappings only when it loads. */
export function ReloadNotice() {
  if (!useIsReloadNeeded()) return null
  return (
    <p className="reload-notice">
      <span>Your changes apply after a reload. Sending reloads first.</span>{' '}
      <button type="button" className="secondary small" onClick={reloadPage}>
        Reload now
      </button>
    </p>
  )
}
