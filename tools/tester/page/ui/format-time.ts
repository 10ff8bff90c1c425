const format = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3
})

export function formatTime(milliseconds: number): string {
  return format.format(milliseconds)
}
