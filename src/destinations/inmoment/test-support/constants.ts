import { VERSION } from '../version'

export const ACCOUNT_TOKEN = 'NPS-4aeb53c1'

/** The token of another InMoment account. */
export const OTHER_ACCOUNT_TOKEN = 'NPS-5bfc64d2'

/** The keys of `wootricSettings` that the destination sets for every user. */
export const BASE_SETTINGS = { account_token: ACCOUNT_TOKEN, version: VERSION }
