import { Command, Flags } from '@oclif/core'
import open from 'open'
import { ROOT } from '../project'
import { addressIn } from '../serve/address-in'
import { PageServer } from '../serve/page-server'
import { watchSources } from '../serve/watch-sources'

export default class Serve extends Command {
  static override summary = 'Build the page to try the destination on, serve it on this machine, and watch its sources.'
  static override description = 'Where a source changes, the page is built anew and served at the same address.'
  static override flags = {
    port: Flags.integer({ description: 'The port; without it one that is free.', min: 0, max: 65535 }),
    live: Flags.string({ description: 'Load InMoment’s own beacon with this account token.', helpValue: 'TOKEN' }),
    open: Flags.boolean({ description: 'Open the page in the browser.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %> --open']

  async run(): Promise<void> {
    const { flags } = await this.parse(Serve)
    let toOpen = flags.open
    const server = new PageServer(flags, (text) => {
      process.stdout.write(text)
      const address = addressIn(text)
      if (address === undefined || !toOpen) return
      toOpen = false
      open(address).catch(() => process.stderr.write(`No browser could be opened; the address is ${address}\n`))
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.stop())
    watchSources(ROOT, () => server.restart())
    const code = await server.run()
    // The watchers would keep the process alive.
    process.exit(code)
  }
}
