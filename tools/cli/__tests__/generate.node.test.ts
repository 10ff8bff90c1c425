import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destination } from '../../../src/destinations/inmoment'
import { metadataOf } from '../generate/metadata'
import { ROOT, run } from '../../../test/support/run'

const FOLDER = 'src/destinations/inmoment'
const TYPES = `${FOLDER}/trackEvent/generated-types.ts`
const METADATA = `${FOLDER}/metadata.json`

let copy: string

/** A copy of the project, whose files a test may spoil. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'inmoment-project-'))
  for (const part of ['bin', 'tools/cli', 'src', 'package.json', '.prettierrc.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true }))

describe.each([
  ['generate:types', TYPES],
  ['generate:metadata-payload', METADATA]
])('%s', (command, file) => {
  it('finds nothing stale in the project as it is', () => {
    expect(run([command, '--check'], { root: copy })).toEqual({ code: 0, out: '', err: '' })
  })

  it('names a stale file with --check, fails, and writes nothing', () => {
    const path = join(copy, file)
    writeFileSync(path, 'stale')
    expect(run([command, '--check'], { root: copy })).toEqual({
      code: 1,
      out: '',
      err: `${file} is stale: run ./bin/run ${command}\n`
    })
    expect(JSON.parse(run([command, '--check', '--json'], { root: copy }).out)).toEqual({ stale: [file] })
    expect(readFileSync(path, 'utf8')).toBe('stale')
  })

  it('writes the files that are stale or missing, and names them', () => {
    const path = join(copy, file)
    rmSync(path)
    expect(run([command], { root: copy })).toEqual({ code: 0, out: `${file}\n`, err: '' })
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(ROOT, file), 'utf8'))
    expect(JSON.parse(run([command, '--json'], { root: copy }).out)).toEqual({ written: [] })
  })
})

it('describes a definition with null or false where nothing is set', () => {
  const metadata = metadataOf({
    name: 'Example',
    slug: 'example',
    mode: 'device',
    settings: { token: { label: 'Token', description: 'A token.', type: 'string' } },
    actions: {
      send: {
        title: 'Send',
        description: 'Send.',
        platform: 'web',
        fields: { text: { label: 'Text', description: 'A text.', type: 'string', unsafe_hidden: true } }
      }
    },
    presets: [{ name: 'Send', type: 'automatic', partnerAction: 'send', subscribe: 'type = "track"', mapping: {} }]
  })
  expect(metadata).toEqual({
    slug: 'example',
    name: 'Example',
    mode: 'device',
    description: null,
    authentication: {
      scheme: 'custom',
      fields: {
        token: {
          label: 'Token',
          description: 'A token.',
          type: 'string',
          required: false,
          multiple: false,
          choices: null,
          default: null,
          depends_on: null
        }
      }
    },
    audienceConfig: null,
    actions: {
      send: {
        title: 'Send',
        description: 'Send.',
        platform: 'web',
        defaultSubscription: null,
        hidden: false,
        hasPerformBatch: false,
        syncMode: null,
        hooks: null,
        dynamicFields: null,
        fields: {
          text: {
            label: 'Text',
            description: 'A text.',
            type: 'string',
            required: false,
            multiple: false,
            allowNull: false,
            dynamic: false,
            default: null,
            choices: null,
            placeholder: null,
            properties: null,
            category: null,
            depends_on: null,
            readOnly: false,
            hidden: true,
            minimum: null,
            maximum: null,
            defaultObjectUI: null,
            disabledInputMethods: null,
            displayMode: null,
            format: null,
            additionalProperties: false
          }
        }
      }
    },
    presets: [
      {
        name: 'Send',
        type: 'automatic',
        partnerAction: 'send',
        subscribe: 'type = "track"',
        mapping: {},
        eventSlug: null
      }
    ]
  })
})

it('keeps all that the destination says', () => {
  const metadata = JSON.parse(readFileSync(join(ROOT, METADATA), 'utf8')) as ReturnType<typeof metadataOf>
  expect(metadata).toEqual(JSON.parse(JSON.stringify(metadataOf(destination))))
  expect(metadata.presets).toHaveLength(4)
})
