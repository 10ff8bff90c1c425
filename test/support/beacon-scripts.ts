import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'

/** Adds the beacon's script, as the page's own snippet does. jsdom does not fetch modules: a test dispatches its events. */
export function addPageScript(): HTMLScriptElement {
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
export function getBeaconScripts(): HTMLScriptElement[] {
  return Array.from(document.scripts).filter(({ src }) => src === BEACON_URL)
}

/** The only script of the beacon. */
export function getBeaconScript(): HTMLScriptElement {
  const [script, ...others] = getBeaconScripts()
  if (!script || others.length > 0) throw new Error(`The page has ${getBeaconScripts().length} scripts of the beacon`)
  return script
}
