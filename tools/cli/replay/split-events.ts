/** The text of one recorded event, and the line on which it starts. */
export interface EventText {
  line: number
  text: string
}

/** Segment's limit for an event is 32 KB. Longer text is broken, and must not fill the memory. */
export const MAX_TEXT_LENGTH = 4_000_000

/**
 * Splits a recording into the texts of its events while it is read. A recording has one event per line. If it starts
 * with a list, or with an object that continues on the next line, its events can span lines.
 */
export async function* splitEvents(chunks: AsyncIterable<string>): AsyncGenerator<EventText> {
  const lines = new LineSplitter()
  let values: ValueSplitter | undefined
  let hasStarted = false
  for await (const chunk of chunks) {
    // A list can be a single line of any length, so this cannot wait for the end of the line.
    if (!hasStarted && chunk.trimStart().startsWith('[')) values = new ValueSplitter(lines.line)
    hasStarted ||= chunk.trim() !== ''
    if (values) {
      yield* values.push(chunk)
      continue
    }
    for (const { line, text } of lines.push(chunk)) {
      if (!values && lines.isFirst(text) && spansLines(text)) values = new ValueSplitter(line)
      if (values) yield* values.push(`${text}\n`)
      else if (text.trim()) yield { line, text: text.trim() }
    }
    if (values) yield* values.push(lines.takeRest())
  }
  const line = lines.line
  const rest = lines.takeRest()
  if (!values && lines.isFirst(rest) && spansLines(rest)) values = new ValueSplitter(line)
  if (values) {
    yield* values.push(rest)
    yield* values.end()
  } else if (rest.trim()) yield { line, text: rest.trim() }
}

function spansLines(text: string): boolean {
  return text.trim() === '{'
}

class LineSplitter {
  line = 1
  private rest = ''
  private hasStarted = false

  /** Returns and clears the text after the last line break. */
  takeRest(): string {
    const { rest } = this
    this.rest = ''
    return removeByteOrderMark(rest)
  }

  *push(chunk: string): Generator<EventText> {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield { line: this.line++, text: removeByteOrderMark(this.rest + chunk.slice(from, end)) }
      this.rest = ''
      from = end + 1
    }
    if (this.rest.length < MAX_TEXT_LENGTH) this.rest += chunk.slice(from)
  }

  /** Whether this is the first text that is not blank. It shows the format of the recording. */
  isFirst(text: string): boolean {
    if (this.hasStarted || !text.trim()) return false
    this.hasStarted = true
    return true
  }
}

/** Some exports start with a byte order mark. */
function removeByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Finds the end of each value by counting brackets outside of strings. */
class ValueSplitter {
  private text = ''
  private depth = 0
  private isInString = false
  private isEscaped = false
  private startLine = 0

  constructor(private line: number) {}

  *push(chunk: string): Generator<EventText> {
    let from = 0
    for (let index = 0; index < chunk.length; index++) {
      const character = chunk.charAt(index)
      const isInValue = this.isInString || this.depth > 0 || this.text !== '' || from < index
      if (!isInValue && isSeparator(character)) {
        from = index + 1
      } else {
        if (!isInValue) this.startLine = this.line
        if (this.isEnd(character)) {
          const end = isSeparator(character) ? index : index + 1
          yield this.take(chunk.slice(from, end))
          from = index + 1
        }
      }
      if (character === '\n') this.line++
    }
    if (this.text.length < MAX_TEXT_LENGTH) this.text += chunk.slice(from)
  }

  *end(): Generator<EventText> {
    if (this.text.trim()) yield this.take('')
  }

  private take(rest: string): EventText {
    const text = this.text + rest
    this.text = ''
    this.depth = 0
    return { line: this.startLine, text: text.trim() }
  }

  /** Whether the value ends with this character or before it. */
  private isEnd(character: string): boolean {
    if (this.isInString) {
      if (this.isEscaped) this.isEscaped = false
      else if (character === '\\') this.isEscaped = true
      // JSON strings have no line breaks. The text is broken, and the next value starts on the next line.
      else if (character === '"' || character === '\n') this.isInString = false
      return false
    }
    if (character === '"') this.isInString = true
    else if (character === '{' || character === '[') this.depth++
    else if (character === '}' || character === ']') return --this.depth <= 0
    return this.depth === 0 && isSeparator(character)
  }
}

function isSeparator(character: string): boolean {
  return character === ',' || character === '[' || character === ']' || character.trim() === ''
}
