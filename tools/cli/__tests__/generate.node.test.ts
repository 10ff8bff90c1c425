import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMetadata } from '../generate/metadata'
import { copyProject } from '../../../test/support/copy-project'
import { ROOT, run } from '../../../test/support/run'

const FOLDER = 'src/destinations/inmoment'
const TYPES = `${FOLDER}/trackEvent/generated-types.ts`
const METADATA = 'metadata.json'

let copy: string

beforeAll(() => {
  copy = copyProject()
})

afterAll(() => rmSync(copy, { recursive: true }))

describe.each([
  ['generate:types', TYPES],
  ['generate:metadata-payload', METADATA]
])('%s', (command, file) => {
  it('passes if all files are up to date', () => {
    expect(run([command, '--check'], { root: copy })).toEqual({ code: 0, out: '', err: '' })
  })

  it('fails with --check if a file is out of date, and writes nothing', () => {
    const path = join(copy, file)
    writeFileSync(path, 'outdated')
    expect(run([command, '--check'], { root: copy })).toEqual({
      code: 1,
      out: '',
      err: `${file} is out of date: run ./bin/run ${command}\n`
    })
    expect(JSON.parse(run([command, '--check', '--json'], { root: copy }).out)).toEqual({ outdated: [file] })
    expect(readFileSync(path, 'utf8')).toBe('outdated')
  })

  it('writes the files that are out of date or missing, and lists them', () => {
    const path = join(copy, file)
    rmSync(path)
    expect(run([command], { root: copy })).toEqual({ code: 0, out: `${file}\n`, err: '' })
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(ROOT, file), 'utf8'))
    expect(JSON.parse(run([command, '--json'], { root: copy }).out)).toEqual({ written: [] })
  })
})

it('describes fields in the form of Segment’s tool', () => {
  const content = createMetadata({
    name: 'Example',
    slug: 'example',
    mode: 'device',
    settings: { token: { label: 'Token', description: 'A token.', type: 'string', choices: [] } },
    actions: {
      send: {
        title: 'Send',
        description: 'Send.',
        platform: 'web',
        fields: { text: { label: 'Text', description: 'A text.', type: 'string', unsafe_hidden: true, choices: ['a'] } }
      }
    },
    presets: [{ name: 'Send', type: 'automatic', partnerAction: 'send', subscribe: 'type = "track"', mapping: {} }]
  })
  expect(JSON.parse(content)).toEqual({
    slug: 'example',
    name: 'Example',
    mode: 'device',
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
            choices: [{ label: 'a', value: 'a' }],
            placeholder: null,
            properties: null,
            category: null,
            depends_on: null,
            readOnly: null,
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
  expect(content).toBe(`${JSON.stringify(JSON.parse(content), null, 2)}\n`)
})
