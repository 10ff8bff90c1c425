const FACT = /(<!-- generated: (\S+) -->)[^]*?(<!-- \/generated -->)/g

/**
 * Replaces the text between `<!-- generated: NAME -->` and `<!-- /generated -->` with the fact of that name. A fact of
 * several lines, such as a table, gets lines of its own. Throws if there is no fact of the name.
 */
export function withFacts(text: string, facts: ReadonlyMap<string, string>): string {
  return text.replace(FACT, (_, start: string, name: string, end: string) => {
    const fact = facts.get(name)
    if (fact === undefined) throw new Error(`Unknown fact ${name}. Known: ${[...facts.keys()].join(', ')}`)
    return fact.includes('\n') ? `${start}\n\n${fact}\n\n${end}` : start + fact + end
  })
}

/** A Markdown table. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
