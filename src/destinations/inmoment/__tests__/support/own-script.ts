import { BEACON_URL } from '../../wootric/script'

/** The beacon's script in the page's own snippet. A test settles it by an event: jsdom fetches no modules. */
export function addOwnScript(): HTMLScriptElement {
  const script = document.createElement('script')
  script.type = 'module'
  script.setAttribute('src', BEACON_URL)
  document.head.append(script)
  return script
}

/** Makes the destination's own script a module too, until the mocks are restored. */
export function preventFetch(): void {
  jest.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(function (this: HTMLScriptElement, url) {
    this.type = 'module'
    this.setAttribute('src', url)
  })
}

/** All scripts of the beacon on the page. */
export function beaconScripts(): HTMLScriptElement[] {
  return Array.from(document.scripts).filter(({ src }) => src === BEACON_URL)
}

/** The only script of the beacon. */
export function onlyScript(): HTMLScriptElement {
  const [script, ...others] = beaconScripts()
  if (!script || others.length > 0) throw new Error(`the page has ${beaconScripts().length} scripts of the beacon`)
  return script
}
