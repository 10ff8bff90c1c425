import { getPageState } from '../page-state'

/** One script for all regions: https://github.com/Wootric/slate/blob/HEAD/source/includes/_install_js_intro.md */
export const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'

/** The beacon's script on any host, and its two older URLs. */
const BEACON_PATTERN = /\/wootric-sdk\.js$|^https?:\/\/(disutgh7q0ncc|d27j601g4x0gd5)\.cloudfront\.net\/beacon\.js$/

/** The types that browsers run: https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element */
const SCRIPT_TYPE = /^(module|(text|application)\/(x-)?(java|ecma)script|text\/javascript1\.[0-5])$/i

/** The used part of a trusted types policy: https://w3c.github.io/trusted-types/dist/spec/ */
export interface ScriptUrlPolicy {
  createScriptURL: (url: string) => string
}

/** Finds the beacon's script that the page's own snippet has added. A second script would run a second beacon. */
export function findBeaconScript(): HTMLScriptElement | undefined {
  return getRunnableScripts().find(({ src }) => BEACON_PATTERN.test(src.replace(/[?#].*/, '')))
}

/** Adds the beacon's script to the page. Throws if the page prevents it. */
export function addBeaconScript(): HTMLScriptElement {
  const script = document.createElement('script')
  script.src = createTrustedUrl(BEACON_URL)
  script.async = true
  // A content security policy with a nonce blocks scripts without it.
  const nonce = getRunnableScripts().find(({ nonce }) => nonce)?.nonce
  if (nonce) script.nonce = nonce
  const parent = document.querySelector('head') ?? document.documentElement
  return parent.appendChild(script)
}

/** Excludes scripts that browsers do not run: data blocks, placeholders of consent managers, `nomodule` and VBScript. */
function getRunnableScripts(): HTMLScriptElement[] {
  return Array.from(document.scripts).filter((script) => {
    const language = script.getAttribute('language')
    const type = (script.getAttribute('type') ?? (language ? `text/${language}` : '')).trim()
    return (!type || SCRIPT_TYPE.test(type)) && (/^module$/i.test(type) || !script.hasAttribute('nomodule'))
  })
}

/** Creates a URL for pages that require trusted types. If the page forbids our policy, its default policy applies. */
function createTrustedUrl(url: string): string {
  type Factory = { createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy } | undefined
  try {
    const { trustedTypes } = window as { trustedTypes?: Factory }
    const rules = { createScriptURL: () => BEACON_URL }
    const policy = (getPageState().policy ??= trustedTypes?.createPolicy('inmoment', rules))
    return policy?.createScriptURL(url) ?? url
  } catch {
    return url
  }
}
