import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { presetSubscriptions } from '../../../src/preset-subscriptions'
import { encodeCase } from '../mapping-checks/case-url'
import { toReplayFile, toSubscriptionList } from '../mapping-checks/mapping-exports'
import { readMappingInput } from '../mapping-input'
import { UsageError } from '../terminal/errors'

const orders = {
  name: 'Orders',
  enabled: true,
  partnerAction: 'trackEvent',
  subscribe: 'type = "track"',
  mapping: { eventName: 'Order' }
}
const settings = { accountToken: 'NPS-00000000', testMode: true }

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapping-input-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function writeInput(content: string | Uint8Array): string {
  const file = join(folder, 'mapping.json')
  writeFileSync(file, content)
  return file
}

async function getError(fileOrUrl: string): Promise<string> {
  const error: unknown = await readMappingInput(fileOrUrl).catch((error: unknown) => error)
  if (!(error instanceof UsageError)) throw new Error('expected a UsageError', { cause: error })
  return error.message.replaceAll(`${folder}/`, '')
}

it('reads what the action tester exports', async () => {
  expect(await readMappingInput(writeInput(toSubscriptionList([orders])))).toEqual({
    subscriptions: [orders],
    settings: {}
  })
  expect(await readMappingInput(writeInput(toReplayFile(settings, [orders])))).toEqual({
    subscriptions: [orders],
    settings
  })
})

it('reads a file with a byte order mark', async () => {
  const file = writeInput(`\uFEFF${JSON.stringify([orders])}`)
  expect((await readMappingInput(file)).subscriptions).toEqual([orders])
})

it('reads the URL of a case, which contains only what was changed', async () => {
  const url = `http://localhost:4517/${encodeCase({ event: '{}', mappings: [orders], settings })}`
  expect(await readMappingInput(url)).toEqual({ subscriptions: [orders], settings })
  expect(await readMappingInput(encodeCase({ beacon: 'slow' }))).toEqual({
    subscriptions: presetSubscriptions(),
    settings: {}
  })
})

it('uses the presets if the file has only settings', async () => {
  expect(await readMappingInput(writeInput(JSON.stringify(settings)))).toEqual({
    subscriptions: presetSubscriptions(),
    settings
  })
})

it('accepts mappings with warnings', async () => {
  const file = writeInput(JSON.stringify([{ ...orders, subscribe: "type = 'track'" }]))
  expect((await readMappingInput(file)).subscriptions).toHaveLength(1)
})

it('names file, line, column and key of the first error, and counts the others', async () => {
  const mapping = { eventName: 'Order', emial: 'x', 'my field': 'x' }
  const text = JSON.stringify([orders, { ...orders, mapping }], null, 2)
  expect(await getError(writeInput(text))).toBe(
    'mapping.json:18:7 [1].mapping.emial: Unknown field emial of trackEvent. Did you mean email? (and 1 more, see ./bin/run validate --mapping)'
  )
})

it('names key but no line in a case URL', async () => {
  const url = encodeCase({ mappings: [{ ...orders, partnerAction: 'trackEvnt' }] })
  expect(await getError(url)).toBe(
    'case URL subscriptions[0].partnerAction: Unknown action trackEvnt. Did you mean trackEvent?'
  )
})

it.each([
  ['JSON that is not valid', '[\n  {},,\n]', /^mapping\.json:2:6 .*The JSON is not valid/],
  ['an empty file', '', /^mapping\.json:1:1 The JSON is not valid/],
  ['another encoding', Buffer.from(JSON.stringify([orders]), 'utf16le').fill(0xff, 0, 1), /it is not UTF-8 text/]
])('rejects %s', async (_, content, message) => {
  expect(await getError(writeInput(content))).toMatch(message)
})

it('rejects what it cannot read', async () => {
  expect(await getError(join(folder, 'missing.json'))).toBe('cannot read missing.json: the file does not exist')
  expect(await getError(tmpdir())).toMatch(/: it is a folder$/)
  expect(await getError('http://localhost:4517/#case=1.damaged')).toBe(
    'cannot read the case URL: The URL is damaged or incomplete.'
  )
})

it('rejects a file that is too large without reading it', async () => {
  expect(await getError(writeInput(new Uint8Array(10_000_001)))).toContain('it is too large')
})
