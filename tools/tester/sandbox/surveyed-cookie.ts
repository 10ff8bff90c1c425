import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'

const NINETY_DAYS = 90 * 24 * 60 * 60

function cookieName(settings: WootricSettings): string {
  const user = [settings.email, settings.segment_user_id].find(Boolean) ?? 'anonymous'
  return `sandbox_surveyed_${encodeURIComponent(user)}`
}

export function wasSurveyed(settings: WootricSettings): boolean {
  if (window.wootric_no_surveyed_cookie) return false
  return document.cookie.split('; ').includes(`${cookieName(settings)}=yes`)
}

export function rememberSurveyed(settings: WootricSettings): void {
  if (window.wootric_no_surveyed_cookie) return
  document.cookie = `${cookieName(settings)}=yes; max-age=${NINETY_DAYS}; path=/; samesite=lax`
}
