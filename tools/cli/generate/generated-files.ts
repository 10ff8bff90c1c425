import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'

export interface GeneratedFile {
  path: string
  content: string
}

/** Finds the files that are missing or have other content. */
export async function findOutdatedFiles(files: GeneratedFile[]): Promise<GeneratedFile[]> {
  const current = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)))
  return files.filter(({ content }, index) => content !== current[index])
}

export async function writeFiles(files: GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) await writeFile(path, content)
}

/** Formats the content with Prettier, because `npm run check` checks the format of generated files too. */
export async function formatFile(path: string, content: string): Promise<GeneratedFile> {
  return { path, content: await format(content, { ...(await resolveConfig(__filename)), filepath: path }) }
}
