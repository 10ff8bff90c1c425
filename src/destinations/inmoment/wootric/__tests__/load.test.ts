import { resetPage, throwPageError } from '../../../../../test/support/reset-page'
import {
  addPageScript,
  getBeaconScripts,
  getBeaconScript,
  preventFetch
} from '../../../../../test/support/beacon-scripts'
import { loadBeacon } from '../load'

const BLOCKED = 'its script could not be loaded or was blocked'

const onReady = jest.fn()
const onFailure = jest.fn<undefined, [cause: string]>()

beforeEach(() => {
  resetPage()
  preventFetch()
  jest.useFakeTimers()
  onReady.mockClear()
  onFailure.mockClear()
})

afterEach(() => {
  // Ends what still waits for the beacon or the network.
  installBeacon()
  window.dispatchEvent(new Event('online'))
  jest.runOnlyPendingTimers()
  jest.useRealTimers()
  jest.restoreAllMocks()
})

function installBeacon(): void {
  window.wootric = () => undefined
}

function load(): void {
  loadBeacon(onReady, onFailure)
}

function settle(script: HTMLScriptElement, name: 'load' | 'error'): void {
  script.dispatchEvent(new Event(name))
}

describe('the beacon', () => {
  it('is checked every 50 milliseconds, and reported once', () => {
    load()
    jest.advanceTimersByTime(120)
    installBeacon()
    jest.advanceTimersByTime(29)
    expect(onReady).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1)
    expect(onReady).toHaveBeenCalledTimes(1)
    expect(jest.getTimerCount()).toBe(0)
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('is announced however late, and looked for every second after 10 seconds', () => {
    load()
    jest.advanceTimersByTime(3_600_000)
    expect(jest.getTimerCount()).toBe(1)
    installBeacon()
    jest.advanceTimersByTime(999)
    expect(onReady).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1)
    expect(onReady).toHaveBeenCalledTimes(1)
    expect(onFailure).not.toHaveBeenCalled()
    expect(jest.getTimerCount()).toBe(0)
  })

  it('is still looked for every 50 milliseconds just before 10 seconds', () => {
    load()
    jest.advanceTimersByTime(9_930)
    installBeacon()
    jest.advanceTimersByTime(20)
    expect(onReady).toHaveBeenCalledTimes(1)
  })

  it('fails 10 seconds after its script ran without defining it, and is reported if it arrives later', () => {
    load()
    jest.advanceTimersByTime(5_000)
    settle(getBeaconScript(), 'load')
    jest.advanceTimersByTime(9_999)
    expect(onFailure).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1)
    expect(onFailure.mock.calls).toEqual([['window.wootric was missing 10 seconds after its script ran']])
    installBeacon()
    jest.advanceTimersByTime(1_000)
    expect(onReady).toHaveBeenCalledTimes(1)
  })

  it('does not fail if its script defines it within 10 seconds', () => {
    load()
    settle(getBeaconScript(), 'load')
    jest.advanceTimersByTime(9_000)
    installBeacon()
    jest.advanceTimersByTime(5_000)
    expect(onReady).toHaveBeenCalledTimes(1)
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('does not fail while its script is loading', () => {
    load()
    jest.advanceTimersByTime(60_000)
    expect(onFailure).not.toHaveBeenCalled()
    expect(getBeaconScripts()).toHaveLength(1)
  })

  it('fails if its script fails, and is reported if it arrives another way', () => {
    load()
    settle(getBeaconScript(), 'error')
    expect(onFailure.mock.calls).toEqual([[BLOCKED]])
    installBeacon()
    jest.advanceTimersByTime(50)
    expect(onReady).toHaveBeenCalledTimes(1)
  })

  it('does not fail if its script fails but the beacon is there', () => {
    load()
    const script = getBeaconScript()
    installBeacon()
    settle(script, 'error')
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('fails if the page prevents adding the script', () => {
    jest.spyOn(document, 'createElement').mockImplementation(throwPageError)
    expect(load).not.toThrow()
    expect(onFailure.mock.calls).toEqual([['its script could not be added to the page']])
    installBeacon()
    jest.advanceTimersByTime(50)
    expect(onReady).toHaveBeenCalledTimes(1)
  })
})

describe('a script of the page’s own', () => {
  it('is waited for: no second script is added', () => {
    const script = addPageScript()
    load()
    expect(getBeaconScripts()).toEqual([script])
    settle(script, 'load')
    jest.advanceTimersByTime(5_000)
    expect(getBeaconScripts()).toEqual([script])
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('that fails is not replaced', () => {
    const script = addPageScript()
    load()
    settle(script, 'error')
    expect(onFailure.mock.calls).toEqual([[BLOCKED]])
    jest.advanceTimersByTime(5_000)
    expect(getBeaconScripts()).toEqual([])
  })

  it('that neither runs nor fails within 3 seconds is replaced once', () => {
    const script = addPageScript()
    load()
    jest.advanceTimersByTime(2_999)
    expect(getBeaconScripts()).toEqual([script])
    jest.advanceTimersByTime(1)
    expect(getBeaconScripts()).toHaveLength(2)
    jest.advanceTimersByTime(60_000)
    expect(getBeaconScripts()).toHaveLength(2)
  })

  it('has 3 seconds after the page’s load', () => {
    const readyState = jest.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    const script = addPageScript()
    load()
    jest.advanceTimersByTime(20_000)
    expect(getBeaconScripts()).toEqual([script])
    readyState.mockReturnValue('complete')
    window.dispatchEvent(new Event('load'))
    jest.advanceTimersByTime(2_999)
    expect(getBeaconScripts()).toEqual([script])
    jest.advanceTimersByTime(1)
    expect(getBeaconScripts()).toHaveLength(2)
  })

  it('is not replaced if the beacon is there', () => {
    addPageScript()
    load()
    installBeacon()
    jest.advanceTimersByTime(5_000)
    expect(getBeaconScripts()).toHaveLength(1)
  })
})

describe('a script that has failed', () => {
  function fail({ isOnline }: { isOnline: boolean }): void {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
    load()
    settle(getBeaconScript(), 'error')
  }

  it('is removed, and is not requested again if the browser was online', () => {
    fail({ isOnline: true })
    expect(getBeaconScripts()).toEqual([])
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([])
  })

  it('is requested again, once, when a browser that was offline is online', () => {
    fail({ isOnline: false })
    expect(getBeaconScripts()).toEqual([])
    window.dispatchEvent(new Event('online'))
    getBeaconScript().remove()
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([])
  })

  it('is not requested again if the beacon has arrived another way', () => {
    fail({ isOnline: false })
    installBeacon()
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([])
  })

  it('is not requested again if the page is loading it', () => {
    fail({ isOnline: false })
    const script = addPageScript()
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([script])
  })

  it('causes no error of the page if the page prevents adding it again', () => {
    fail({ isOnline: false })
    const uncaught = jest.fn((event: Event) => event.preventDefault())
    window.addEventListener('error', uncaught)
    jest.spyOn(document, 'createElement').mockImplementation(throwPageError)
    window.dispatchEvent(new Event('online'))
    window.removeEventListener('error', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })
})
