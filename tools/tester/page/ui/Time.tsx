import { formatTime } from './format-time'

export function Time({ milliseconds }: { milliseconds: number }) {
  return <time dateTime={new Date(milliseconds).toISOString()}>{formatTime(milliseconds)}</time>
}
