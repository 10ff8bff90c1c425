import fc from 'fast-check'
import { MAX_TEXT_LENGTH, splitEvents, type EventText } from '../replay/split-events'

async function split(...chunks: string[]): Promise<EventText[]> {
  async function* stream(): AsyncGenerator<string> {
    yield* await Promise.resolve(chunks)
  }
  const texts: EventText[] = []
  for await (const text of splitEvents(stream())) texts.push(text)
  return texts
}

it('reads one event per line, and counts blank lines', async () => {
  expect(await split('{"a":1}\r\n\n{"b":2}\n{"c":3}')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 3, text: '{"b":2}' },
    { line: 4, text: '{"c":3}' }
  ])
})

it('reads the items of a list, with the line on which each starts', async () => {
  expect(await split('[\n  {\n  "a": [1, {}]\n},\n', '  "text", {"b":"]}\\""}\n]\n')).toEqual([
    { line: 2, text: '{\n  "a": [1, {}]\n}' },
    { line: 5, text: '"text"' },
    { line: 5, text: '{"b":"]}\\""}' }
  ])
})

it('reads events that span lines', async () => {
  expect(await split('{\n"a": 1\n}\n{"b":2}\n')).toEqual([
    { line: 1, text: '{\n"a": 1\n}' },
    { line: 4, text: '{"b":2}' }
  ])
})

it('continues after a broken line or item', async () => {
  expect((await split('{"a":\n{"b":2}')).map(({ line }) => line)).toEqual([1, 2])
  expect((await split('[{"a": },\n{"b":2}]')).map(({ line }) => line)).toEqual([1, 2])
})

it('returns the rest of a recording that ends early', async () => {
  expect(await split('[{"a":1},\n{"b"')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 2, text: '{"b"' }
  ])
})

it('skips a byte order mark, and returns nothing for an empty recording', async () => {
  expect(await split('\uFEFF[{"a":1}]')).toEqual([{ line: 1, text: '{"a":1}' }])
  expect(await split()).toEqual([])
})

it('reads the items of a list on one line of any length', async () => {
  const item = JSON.stringify({ text: 'x'.repeat(1000) })
  const chunks = Array.from({ length: MAX_TEXT_LENGTH / 500 }, (_, index) => `${index === 0 ? '[' : ','}${item}`)
  const texts = await split(...chunks, ']')
  expect(texts).toHaveLength(chunks.length)
  expect(new Set(texts.map(({ text }) => text))).toEqual(new Set([item]))
})

it('returns the same events for any size of chunks', async () => {
  const event = fc.record({ type: fc.string(), list: fc.array(fc.string()), deep: fc.record({ a: fc.double() }) })
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (events, size) => {
      for (const recording of [
        events.map((event) => JSON.stringify(event)).join('\n'),
        JSON.stringify(events),
        JSON.stringify(events, null, 2)
      ]) {
        const chunks = Array.from({ length: Math.ceil(recording.length / size) }, (_, i) =>
          recording.slice(i * size, (i + 1) * size)
        )
        const texts = await split(...chunks)
        expect(texts.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(events)))
      }
    })
  )
})

it('limits the length of a text that does not end', async () => {
  const endless = Array.from({ length: 20 }, () => 'x'.repeat(MAX_TEXT_LENGTH / 4))
  for (const start of ['{"a":"', '[{"a":"']) {
    const [first] = await split(start, ...endless)
    expect(first?.text.length).toBeLessThan(MAX_TEXT_LENGTH * 1.5)
  }
})
