/** Stands in for an account's token; the sandbox beacon takes any. */
const SANDBOX_TOKEN = 'NPS-5a4db0c5'

export interface Mode {
  live: boolean
  accountToken: string
}

/** The address alone says which beacon is used, so that the built page needs no server of its own. */
export function readMode(search: string): Mode {
  const token = new URLSearchParams(search).get('live')
  return token === null ? { live: false, accountToken: SANDBOX_TOKEN } : { live: true, accountToken: token }
}

export const mode = readMode(window.location.search)
