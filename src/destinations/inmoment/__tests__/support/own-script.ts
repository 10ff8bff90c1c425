import { BEACON_URL } from '../../wootric/script'

/** The beacon's script in the page's own snippet, of a type that jsdom does not fetch: a test settles it. */
export function addOwnScript(): HTMLScriptElement {
  const script = document.createElement('script')
  script.type = 'module'
  script.src = BEACON_URL
  document.head.append(script)
  return script
}
