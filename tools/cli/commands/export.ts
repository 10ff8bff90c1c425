import { Args, Command } from '@oclif/core'
import { exportDestination } from '../export/export-destination'
import { EXPORT_FOLDER } from '../export/package-files'
import { print } from '../terminal/output'

export default class Export extends Command {
  static override summary = 'Write the destination as a package of Segment’s repository.'
  static override description = `Writes ${EXPORT_FOLDER} and nothing else. An earlier export is replaced.`
  static override args = {
    directory: Args.string({
      description: 'A checkout of segmentio/action-destinations, or a new folder.',
      required: true
    })
  }
  static override examples = ['<%= config.bin %> <%= command.id %> ../action-destinations']

  async run(): Promise<void> {
    const { args } = await this.parse(Export)
    await print(`The destination is in ${await exportDestination(args.directory)}\n\n${NEXT_STEPS}`)
  }
}

/** Steps that need Segment's people or another repository. */
const NEXT_STEPS = `What remains for a person (for an update, only step 3):
1. Ask Segment (partner-support@segment.com) for the destination's ID and send the catalog entry: docs/catalog-entry.md
2. Register the destination in packages/destinations-manifest:
   src/index.ts: register('ID', '@segment/analytics-browser-actions-inmoment')
   package.json: "@segment/analytics-browser-actions-inmoment": "^1.0.0"
3. Run yarn install, ./bin/run validate and the tests there, and open a pull request: docs/for-segment.md
4. Send docs/segment-catalog.md to segmentio/segment-docs, as src/connections/destinations/catalog/actions-inmoment/index.md
`
