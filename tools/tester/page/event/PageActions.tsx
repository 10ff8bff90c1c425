import { sendCall } from '../segment/send-call'
import { reloadPage } from '../state/tester-store'

export function PageActions() {
  return (
    <div className="page-actions">
      <button
        type="button"
        className="secondary small"
        title="Call analytics.reset(), as on logout"
        onClick={() => sendCall({ type: 'reset' })}
      >
        Reset
      </button>
      <button
        type="button"
        className="secondary small"
        title="Load the page again, with the same user"
        onClick={reloadPage}
      >
        Reload page
      </button>
    </div>
  )
}
