import { Command, Flags } from '@oclif/core'
import open from 'open'
import { serveTester } from '../../tester/serve-tester'
import { UsageError } from '../terminal/errors'
import { print, printError } from '../terminal/output'

export default class Serve extends Command {
  static override summary = 'Serve the action tester on this machine, with hot updates when a source changes.'
  static override flags = {
    port: Flags.integer({ description: 'The port. Default: 4517, or the next free port.', min: 0, max: 65535 }),
    live: Flags.string({ description: 'Load InMoment’s own beacon with this account token.', helpValue: 'TOKEN' }),
    open: Flags.boolean({ description: 'Open the action tester in the browser.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %> --open']

  async run(): Promise<void> {
    const { flags } = await this.parse(Serve)
    const liveToken = flags.live?.trim()
    if (liveToken === '') throw new UsageError('--live needs an account token, such as NPS-4aeb53c1')
    const tester = await serveTester({ port: flags.port, liveToken })
    await print(`The action tester runs at ${tester.url} (Ctrl+C stops it)\n`)
    if (flags.open) {
      open(tester.url).catch(() => printError(`Could not open a browser. Open ${tester.url}\n`))
    }
    const stop = () => void tester.close().finally(() => process.exit(0))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
    await new Promise(() => undefined)
  }
}
