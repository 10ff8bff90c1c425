import { pageState } from '../page-state'

/** One script for all regions (https://docs.wootric.com/javascript/). */
export const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'

/** The script's URL on any host, and its two older URLs. */
const BEACON_URLS = /\/wootric-sdk\.js$|^https?:\/\/(disutgh7q0ncc|d27j601g4x0gd5)\.cloudfront\.net\/beacon\.js$/

/** The types that browsers run (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element). */
const SCRIPT_TYPE = /^(module|(text|application)\/(x-)?(java|ecma)script|text\/javascript1\.[0-5])$/i

/** The used part of a trusted types policy. */
export interface ScriptUrlPolicy {
  createScriptURL: (url: string) => string
}

/** Finds the script element of the page's own InMoment snippet. A second script would run a second beacon. */
export function findBeaconScript(): HTMLScriptElement | undefined {
  return runnableScripts().find(({ src }) => BEACON_URLS.test(src.replace(/[?#].*/, '')))
}

/** Adds the beacon's script. Throws if the page prevents it. */
export function addBeaconScript(): HTMLScriptElement {
  const script = document.createElement('script')
  script.src = trusted(BEACON_URL)
  script.async = true
  // A content security policy with a nonce requires it.
  const nonce = runnableScripts().find(({ nonce }) => nonce)?.nonce
  if (nonce) script.nonce = nonce
  const parent = document.querySelector('head') ?? document.documentElement
  return parent.appendChild(script)
}

/** Skips scripts that browsers do not run: data blocks, placeholders of consent managers, `nomodule`, other languages. */
function runnableScripts(): HTMLScriptElement[] {
  return Array.from(document.scripts).filter((script) => {
    const language = script.getAttribute('language')
    const type = (script.getAttribute('type') ?? (language ? `text/${language}` : '')).trim()
    return (!type || SCRIPT_TYPE.test(type)) && (/^module$/i.test(type) || !script.hasAttribute('nomodule'))
  })
}

/** For pages that require trusted types. The policy creates only this URL. If it is not allowed, the default decides. */
function trusted(url: string): string {
  type Factory = { createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy } | undefined
  try {
    const { trustedTypes } = window as { trustedTypes?: Factory }
    const rules = { createScriptURL: () => BEACON_URL }
    const policy = (pageState().policy ??= trustedTypes?.createPolicy('inmoment', rules))
    return policy?.createScriptURL(url) ?? url
  } catch {
    return url
  }
}
