/** A token for the sandbox beacon, which accepts any. */
const SANDBOX_TOKEN = 'NPS-5a4db0c5'

export interface Mode {
  isLive: boolean
  accountToken: string
}

/** The server alone grants live mode, with a meta element. A URL cannot. */
export function readMode(page: Document): Mode {
  const token = page.querySelector<HTMLMetaElement>('meta[name=inmoment-live]')?.content
  return token ? { isLive: true, accountToken: token } : { isLive: false, accountToken: SANDBOX_TOKEN }
}

export const mode = readMode(document)
