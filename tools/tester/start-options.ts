import { parseArgs } from 'node:util'
import type { ServeDemoOptions } from './serve-tester'

const HIGHEST_PORT = 65535

export class StartOptionError extends Error {}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port
  throw new StartOptionError(`--port takes a number from 0 to ${HIGHEST_PORT}, not "${text}".`)
}

function readToken(text: string): string {
  const token = text.trim()
  if (token) return token
  throw new StartOptionError('--live takes an account token, such as NPS-4aeb53c1.')
}

/** The options of `npm start`; what it cannot use is an error of one line. */
export function readStartOptions(args: string[]): ServeDemoOptions {
  let values: { live?: string; port?: string }
  try {
    values = parseArgs({ args, options: { live: { type: 'string' }, port: { type: 'string' } } }).values
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new StartOptionError(`${line.replace(/\.?$/, '.')} Known are --live TOKEN and --port NUMBER.`)
  }
  return {
    port: values.port === undefined ? undefined : readPort(values.port),
    liveToken: values.live === undefined ? undefined : readToken(values.live)
  }
}
