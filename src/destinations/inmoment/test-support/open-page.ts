import { FakeBeacon } from './fake-beacon'
import { resetPage } from './reset-page'

/** Opens the page as on a first visit, with a beacon that is ready. */
export function openPageWithBeacon(): FakeBeacon {
  resetPage()
  const beacon = new FakeBeacon()
  beacon.install()
  return beacon
}
