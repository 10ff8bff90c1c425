import { resetPage, throwError } from '../../test-support/reset-page'
import { addOwnScript, getBeaconScripts, getOnlyScript, preventLoading } from '../../test-support/beacon-scripts'
import { loadBeacon } from '../load-beacon'

const BLOCKED = 'its script could not be loaded or was blocked'

const onReady = jest.fn()
const onFailure = jest.fn<undefined, [cause: string]>()

beforeEach(() => {
  resetPage()
  preventLoading()
  jest.useFakeTimers()
  onReady.mockClear()
  onFailure.mockClear()
})

afterEach(() => {
  // Ends the polling and the listeners.
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

  it('is reported even if it is very late, and checked every second after 10 seconds', () => {
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

  it('is checked every 50 milliseconds until 10 seconds have passed', () => {
    load()
    jest.advanceTimersByTime(9_930)
    installBeacon()
    jest.advanceTimersByTime(20)
    expect(onReady).toHaveBeenCalledTimes(1)
  })

  it('fails 10 seconds after its script ran without defining it, and is reported if it loads later', () => {
    load()
    jest.advanceTimersByTime(5_000)
    settle(getOnlyScript(), 'load')
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
    settle(getOnlyScript(), 'load')
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

  it('fails if its script fails, and is reported if it loads another way', () => {
    load()
    settle(getOnlyScript(), 'error')
    expect(onFailure.mock.calls).toEqual([[BLOCKED]])
    installBeacon()
    jest.advanceTimersByTime(50)
    expect(onReady).toHaveBeenCalledTimes(1)
  })

  it('does not fail if its script fails but the page has the beacon', () => {
    load()
    const script = getOnlyScript()
    installBeacon()
    settle(script, 'error')
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('fails if the page prevents adding the script', () => {
    jest.spyOn(document, 'createElement').mockImplementation(throwError)
    expect(load).not.toThrow()
    expect(onFailure.mock.calls).toEqual([['its script could not be added to the page']])
    installBeacon()
    jest.advanceTimersByTime(50)
    expect(onReady).toHaveBeenCalledTimes(1)
  })
})

describe('the page’s own script', () => {
  it('prevents a second script', () => {
    const script = addOwnScript()
    load()
    expect(getBeaconScripts()).toEqual([script])
    settle(script, 'load')
    jest.advanceTimersByTime(5_000)
    expect(getBeaconScripts()).toEqual([script])
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('is not replaced if it fails', () => {
    const script = addOwnScript()
    load()
    settle(script, 'error')
    expect(onFailure.mock.calls).toEqual([[BLOCKED]])
    jest.advanceTimersByTime(5_000)
    expect(getBeaconScripts()).toEqual([])
  })

  it('is replaced once if it neither runs nor fails within 3 seconds', () => {
    const script = addOwnScript()
    load()
    jest.advanceTimersByTime(2_999)
    expect(getBeaconScripts()).toEqual([script])
    jest.advanceTimersByTime(1)
    expect(getBeaconScripts()).toHaveLength(2)
    jest.advanceTimersByTime(60_000)
    expect(getBeaconScripts()).toHaveLength(2)
  })

  it('has 3 seconds after the page has loaded', () => {
    const readyState = jest.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    const script = addOwnScript()
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

  it('is not replaced if the page has the beacon', () => {
    addOwnScript()
    load()
    installBeacon()
    jest.advanceTimersByTime(5_000)
    expect(getBeaconScripts()).toHaveLength(1)
  })
})

describe('a failed script', () => {
  function fail({ isOnline }: { isOnline: boolean }): void {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
    load()
    settle(getOnlyScript(), 'error')
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
    getOnlyScript().remove()
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([])
  })

  it('is not requested again if the beacon has loaded another way', () => {
    fail({ isOnline: false })
    installBeacon()
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([])
  })

  it('is not requested again if the page is loading it', () => {
    fail({ isOnline: false })
    const script = addOwnScript()
    window.dispatchEvent(new Event('online'))
    expect(getBeaconScripts()).toEqual([script])
  })

  it('causes no error on the page if the page prevents adding it again', () => {
    fail({ isOnline: false })
    const uncaught = jest.fn((event: Event) => event.preventDefault())
    window.addEventListener('error', uncaught)
    jest.spyOn(document, 'createElement').mockImplementation(throwError)
    window.dispatchEvent(new Event('online'))
    window.removeEventListener('error', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })
})
