/** The text of one recorded event, and the line on which it begins. */
export interface RecordedText {
  line: number
  text: string
}

/** Far above Segment's own limit of 32 KB: text that goes on for longer is broken, and must not fill the memory. */
export const LONGEST_TEXT = 4_000_000

/**
 * Cuts a recording into the texts of its events, as they come in: one a line, or, where the recording begins with a
 * list or with an object that goes on over several lines, one after the other whatever lies between them.
 */
export async function* recordedTexts(chunks: AsyncIterable<string>): AsyncGenerator<RecordedText> {
  const lines = new LineSplitter()
  let values: ValueSplitter | undefined
  let begun = false
  for await (const chunk of chunks) {
    // Before the line's end is known: a list may be one line of any length.
    if (!begun && chunk.trimStart().startsWith('[')) values = new ValueSplitter(lines.line)
    begun ||= chunk.trim() !== ''
    if (values) {
      yield* values.push(chunk)
      continue
    }
    for (const { line, text } of lines.push(chunk)) {
      if (!values && lines.isFirst(text) && beginsSeveralLines(text)) values = new ValueSplitter(line)
      if (values) yield* values.push(`${text}\n`)
      else if (text.trim()) yield { line, text: text.trim() }
    }
    if (values) yield* values.push(lines.rest())
  }
  const line = lines.line
  const rest = lines.rest()
  if (!values && lines.isFirst(rest) && beginsSeveralLines(rest)) values = new ValueSplitter(line)
  if (values) {
    yield* values.push(rest)
    yield* values.end()
  } else if (rest.trim()) yield { line, text: rest.trim() }
}

function beginsSeveralLines(text: string): boolean {
  return text.trim() === '{'
}

class LineSplitter {
  line = 1
  private kept = ''
  private begun = false

  /** What came after the last line's end. */
  rest(): string {
    const { kept } = this
    this.kept = ''
    return withoutMark(kept)
  }

  *push(chunk: string): Generator<RecordedText> {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield { line: this.line++, text: withoutMark(this.kept + chunk.slice(from, end)) }
      this.kept = ''
      from = end + 1
    }
    if (this.kept.length < LONGEST_TEXT) this.kept += chunk.slice(from)
  }

  /** Whether this is the first text that is not blank, which tells how the recording is written. */
  isFirst(text: string): boolean {
    if (this.begun || !text.trim()) return false
    this.begun = true
    return true
  }
}

/** The byte order mark that some exports begin with. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Finds the ends of values by counting brackets outside of strings. */
class ValueSplitter {
  private text = ''
  private depth = 0
  private inString = false
  private escaped = false
  private begin = 0

  constructor(private line: number) {}

  *push(chunk: string): Generator<RecordedText> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const character = chunk.charAt(at)
      const inValue = this.inString || this.depth > 0 || this.text !== '' || from < at
      if (!inValue && isBetweenValues(character)) {
        from = at + 1
      } else {
        if (!inValue) this.begin = this.line
        if (this.ends(character)) {
          const upTo = isBetweenValues(character) ? at : at + 1
          yield this.take(chunk.slice(from, upTo))
          from = at + 1
        }
      }
      if (character === '\n') this.line++
    }
    if (this.text.length < LONGEST_TEXT) this.text += chunk.slice(from)
  }

  *end(): Generator<RecordedText> {
    if (this.text.trim()) yield this.take('')
  }

  private take(rest: string): RecordedText {
    const text = this.text + rest
    this.text = ''
    this.depth = 0
    return { line: this.begin, text: text.trim() }
  }

  /** Whether the value is complete with this character, or before it. */
  private ends(character: string): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false
      else if (character === '\\') this.escaped = true
      // JSON has no line ends in strings: the text is broken, and the next line has another chance.
      else if (character === '"' || character === '\n') this.inString = false
      return false
    }
    if (character === '"') this.inString = true
    else if (character === '{' || character === '[') this.depth++
    else if (character === '}' || character === ']') return --this.depth <= 0
    return this.depth === 0 && isBetweenValues(character)
  }
}

function isBetweenValues(character: string): boolean {
  return character === ',' || character === '[' || character === ']' || character.trim() === ''
}
