import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Command, Flags } from '@oclif/core'
import { ROOT } from '../project'
import { startArguments } from '../serve/start-arguments'
import { openWhenServed } from '../serve/open-when-served'

export default class Serve extends Command {
  static override summary = 'Build the page to try the destination on, and serve it on this machine.'
  static override flags = {
    port: Flags.integer({ description: 'The port; without it one that is free.', min: 0, max: 65535 }),
    live: Flags.string({ description: 'Load InMoment’s own beacon with this account token.', helpValue: 'TOKEN' }),
    open: Flags.boolean({ description: 'Open the page in the browser.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %> --open']

  async run(): Promise<void> {
    const { flags } = await this.parse(Serve)
    // As a process of its own: Vite is an ES module, and the command line is not.
    const server = spawn(process.execPath, startArguments(flags), { cwd: ROOT, stdio: ['inherit', 'pipe', 'inherit'] })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
    server.stdout.pipe(process.stdout)
    if (flags.open) openWhenServed(server.stdout)
    const [code] = (await once(server, 'exit')) as [number | null]
    // Ended by a signal, which is how a server ends.
    process.exitCode = code ?? 0
  }
}
