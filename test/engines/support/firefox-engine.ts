import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { BidiConnection } from './bidi-connection'
import type { Engine, Tab } from './engine'
import { endProcess } from './end-process'

type ScriptResult =
  | { type: 'success'; result: { type: string; value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } }

/** Uncaught errors and violations of a content security policy have the type `javascript`. */
interface LogEntry {
  type: string
  text: string
  source: { context?: string }
}

/** Launches a released Firefox, with WebDriver BiDi. Playwright needs its own build of Firefox, or a very new one. */
export async function launchFirefox(path: string, proxyPort: number): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'inmoment-firefox-'))
  await writeFile(join(profile, 'user.js'), createPreferences(proxyPort))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const firefox = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const connection = await BidiConnection.open(`${await readAddress(firefox)}/session`)
  await connection.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } })
  const errors = new Map<string, string[]>()
  await connection.on('log.entryAdded', (params) => {
    const { type, text, source } = params as LogEntry
    if (type === 'javascript' && !text.startsWith('Content-Security-Policy:'))
      errors.get(source.context ?? '')?.push(text)
  })
  return {
    openTab: async () => {
      const { context } = await connection.send<{ context: string }>('browsingContext.create', { type: 'tab' })
      const tab = createTab(connection, context)
      errors.set(context, tab.errors)
      return tab
    },
    close: async () => {
      connection.close()
      await endProcess(firefox)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

function createTab(connection: BidiConnection, context: string): Tab {
  return {
    errors: [],
    open: (url) => connection.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    run: async (functionText, json) => {
      const answer = await connection.send<ScriptResult>('script.callFunction', {
        functionDeclaration: functionText,
        arguments: [{ type: 'string', value: json }],
        target: { context },
        awaitPromise: true
      })
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
      return answer.result.value
    },
    close: () => connection.send('browsingContext.close', { context })
  }
}

function createPreferences(proxyPort: number): string {
  const preferences = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true
  }
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
}

/** Firefox chooses the port, and writes the address to standard error. */
async function readAddress({ stderr }: ChildProcess): Promise<string> {
  const lines: string[] = []
  if (stderr) {
    for await (const line of createInterface({ input: stderr })) {
      const [address] = /ws:\/\/\S+/.exec(line) ?? []
      if (address) {
        stderr.resume()
        return address
      }
      lines.push(line)
    }
  }
  throw new Error(`Firefox did not start: ${lines.join('\n')}`)
}
