/** The sandbox beacon accepts any token. */
const SANDBOX_TOKEN = 'NPS-5a4db0c5'

export interface LiveMode {
  /** Whether the page loads InMoment's own beacon instead of the sandbox beacon. */
  isLive: boolean
  accountToken: string
  /** Names the mode and its account, for storage. */
  name: string
}

export const liveMode = readLiveMode(document)

/** Only the server turns live mode on, with a meta element. A URL cannot. */
function readLiveMode(page: Document): LiveMode {
  const token = page.querySelector<HTMLMetaElement>('meta[name=inmoment-live]')?.content
  return token
    ? { isLive: true, accountToken: token, name: `live.${token}` }
    : { isLive: false, accountToken: SANDBOX_TOKEN, name: 'sandbox' }
}
