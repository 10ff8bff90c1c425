import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface RunningDemo {
  url: string
  stop(): Promise<void>
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.kill()) await once(server, 'exit')
}

/** As `npm start` does it, on a port that is free. */
export async function startDemo(): Promise<RunningDemo> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'tools/build/start.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const said: string[] = []
  server.stderr.on('data', (data) => said.push(String(data)))
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line)
    const url = /http:\/\/localhost:\d+\//.exec(line)?.[0]
    if (url) return { url, stop: () => stop(server) }
  }
  throw new Error(`The demo did not start: ${said.join('\n')}`)
}
