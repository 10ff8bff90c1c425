import { BEACON_URL } from '../wootric/script'

/** Adds the script of the page's own snippet. jsdom does not load modules, so a test dispatches its `load` or `error`. */
export function addOwnScript(): HTMLScriptElement {
  const script = document.createElement('script')
  script.type = 'module'
  script.setAttribute('src', BEACON_URL)
  document.head.append(script)
  return script
}

/** Makes the destination's script a module too, until the mocks are restored. */
export function preventLoading(): void {
  jest.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(function (this: HTMLScriptElement, url) {
    this.type = 'module'
    this.setAttribute('src', url)
  })
}

/** Returns all scripts of the beacon on the page. */
export function getBeaconScripts(): HTMLScriptElement[] {
  return Array.from(document.scripts).filter(({ src }) => src === BEACON_URL)
}

/** Returns the only script of the beacon. Throws if there are none or several. */
export function getOnlyScript(): HTMLScriptElement {
  const [script, ...others] = getBeaconScripts()
  if (!script || others.length > 0) throw new Error(`the page has ${getBeaconScripts().length} scripts of the beacon`)
  return script
}
