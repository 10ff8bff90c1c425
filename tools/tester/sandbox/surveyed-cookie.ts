import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'

/** In seconds. */
const NINETY_DAYS = 90 * 24 * 60 * 60

/** Whether the respondent has already answered or declined a survey. */
export function hasSurveyedCookie(settings: WootricSettings): boolean {
  if (window.wootric_no_surveyed_cookie) return false
  return document.cookie.split('; ').includes(`${cookieName(settings)}=yes`)
}

export function setSurveyedCookie(settings: WootricSettings): void {
  if (window.wootric_no_surveyed_cookie) return
  document.cookie = `${cookieName(settings)}=yes; max-age=${NINETY_DAYS}; path=/; samesite=lax`
}

function cookieName(settings: WootricSettings): string {
  const respondent = [settings.email, settings.segment_user_id].find(Boolean) ?? 'anonymous'
  return `sandbox_surveyed_${encodeURIComponent(respondent)}`
}
