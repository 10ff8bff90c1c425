import fc from 'fast-check'
import { LONGEST_TEXT, recordedTexts, type RecordedText } from '../replay/recorded-texts'

async function texts(...chunks: string[]): Promise<RecordedText[]> {
  async function* given(): AsyncGenerator<string> {
    yield* await Promise.resolve(chunks)
  }
  const found: RecordedText[] = []
  for await (const text of recordedTexts(given())) found.push(text)
  return found
}

it('reads one event per line, and counts blank lines without reading them', async () => {
  expect(await texts('{"a":1}\r\n\n{"b":2}\n{"c":3}')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 3, text: '{"b":2}' },
    { line: 4, text: '{"c":3}' }
  ])
})

it('reads the items of a list, with the line on which each begins', async () => {
  expect(await texts('[\n  {\n  "a": [1, {}]\n},\n', '  "text", {"b":"]}\\""}\n]\n')).toEqual([
    { line: 2, text: '{\n  "a": [1, {}]\n}' },
    { line: 5, text: '"text"' },
    { line: 5, text: '{"b":"]}\\""}' }
  ])
})

it('reads events over several lines', async () => {
  expect(await texts('{\n"a": 1\n}\n{"b":2}\n')).toEqual([
    { line: 1, text: '{\n"a": 1\n}' },
    { line: 4, text: '{"b":2}' }
  ])
})

it('continues after a broken line or item', async () => {
  expect((await texts('{"a":\n{"b":2}')).map(({ line }) => line)).toEqual([1, 2])
  expect((await texts('[{"a": },\n{"b":2}]')).map(({ line }) => line)).toEqual([1, 2])
})

it('reads the last part of a recording that ends early', async () => {
  expect(await texts('[{"a":1},\n{"b"')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 2, text: '{"b"' }
  ])
})

it('skips a byte order mark, and finds no event in an empty recording', async () => {
  expect(await texts('\uFEFF[{"a":1}]')).toEqual([{ line: 1, text: '{"a":1}' }])
  expect(await texts()).toEqual([])
})

it('reads the items of a list on one line of any length', async () => {
  const item = JSON.stringify({ text: 'x'.repeat(1000) })
  const chunks = Array.from({ length: LONGEST_TEXT / 500 }, (_, index) => `${index === 0 ? '[' : ','}${item}`)
  const found = await texts(...chunks, ']')
  expect(found).toHaveLength(chunks.length)
  expect(new Set(found.map(({ text }) => text))).toEqual(new Set([item]))
})

it('finds the same events for any chunks', async () => {
  const event = fc.record({ type: fc.string(), list: fc.array(fc.string()), deep: fc.record({ a: fc.double() }) })
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (events, size) => {
      for (const whole of [
        events.map((one) => JSON.stringify(one)).join('\n'),
        JSON.stringify(events),
        JSON.stringify(events, null, 2)
      ]) {
        const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
          whole.slice(i * size, (i + 1) * size)
        )
        const found = await texts(...chunks)
        expect(found.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(events)))
      }
    })
  )
})

it('limits the length of a text', async () => {
  const endless = Array.from({ length: 20 }, () => 'x'.repeat(LONGEST_TEXT / 4))
  for (const begin of ['{"a":"', '[{"a":"']) {
    const [found] = await texts(begin, ...endless)
    expect(found?.text.length).toBeLessThan(LONGEST_TEXT * 1.5)
  }
})
