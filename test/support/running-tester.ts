import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningTester {
  url: string
  stop(): Promise<void>
}

/** Starts the action tester as `npm start` does, by default on a free port. */
export async function startTester(options: string[] = [], root = join(__dirname, '../..')): Promise<RunningTester> {
  const port = options.includes('--port') ? [] : ['--port', '0']
  const server = spawn(join(root, 'bin/run'), ['serve', ...port, ...options], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output: string[] = []
  server.stderr.on('data', (data) => output.push(String(data)))
  for await (const line of createInterface({ input: server.stdout })) {
    output.push(line)
    const url = /http:\/\/localhost:\d+\//.exec(line)?.[0]
    if (url) return { url, stop: () => stop(server) }
  }
  throw new Error(`The action tester did not start: ${output.join('\n')}`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.kill()) await once(server, 'exit')
}
