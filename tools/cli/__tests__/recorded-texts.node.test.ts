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

it('takes one event a line, and leaves blank lines out without losing count', async () => {
  expect(await texts('{"a":1}\r\n\n{"b":2}\n{"c":3}')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 3, text: '{"b":2}' },
    { line: 4, text: '{"c":3}' }
  ])
})

it('takes the items of a list, with the line on which each begins', async () => {
  expect(await texts('[\n  {\n  "a": [1, {}]\n},\n', '  "text", {"b":"]}\\""}\n]\n')).toEqual([
    { line: 2, text: '{\n  "a": [1, {}]\n}' },
    { line: 5, text: '"text"' },
    { line: 5, text: '{"b":"]}\\""}' }
  ])
})

it('takes events over several lines, one after the other', async () => {
  expect(await texts('{\n"a": 1\n}\n{"b":2}\n')).toEqual([
    { line: 1, text: '{\n"a": 1\n}' },
    { line: 4, text: '{"b":2}' }
  ])
})

it('goes on after a broken line or item', async () => {
  expect((await texts('{"a":\n{"b":2}')).map(({ line }) => line)).toEqual([1, 2])
  expect((await texts('[{"a": },\n{"b":2}]')).map(({ line }) => line)).toEqual([1, 2])
})

it('gives what a recording that ends early has left', async () => {
  expect(await texts('[{"a":1},\n{"b"')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 2, text: '{"b"' }
  ])
})

it('begins after a byte order mark, and finds nothing in nothing', async () => {
  expect(await texts('\uFEFF[{"a":1}]')).toEqual([{ line: 1, text: '{"a":1}' }])
  expect(await texts()).toEqual([])
})

it('takes the items of a list on one line, however long it is', async () => {
  const item = JSON.stringify({ text: 'x'.repeat(1000) })
  const chunks = Array.from({ length: LONGEST_TEXT / 500 }, (_, index) => `${index === 0 ? '[' : ','}${item}`)
  const found = await texts(...chunks, ']')
  expect(found).toHaveLength(chunks.length)
  expect(new Set(found.map(({ text }) => text))).toEqual(new Set([item]))
})

it('finds the same wherever the recording is cut', async () => {
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

it('keeps no more of a text than an event can have', async () => {
  const endless = Array.from({ length: 20 }, () => 'x'.repeat(LONGEST_TEXT / 4))
  for (const begin of ['{"a":"', '[{"a":"']) {
    const [found] = await texts(begin, ...endless)
    expect(found?.text.length).toBeLessThan(LONGEST_TEXT * 1.5)
  }
})
