import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'

export interface GeneratedFile {
  path: string
  content: string
}

/** The files that are missing or have other content. */
export async function outdatedFiles(files: GeneratedFile[]): Promise<GeneratedFile[]> {
  const current = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)))
  return files.filter(({ content }, index) => content !== current[index])
}

export async function writeFiles(files: GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) await writeFile(path, content)
}

/** Formats the content with the project's prettier configuration. */
export async function formatted(path: string, content: string): Promise<GeneratedFile> {
  return { path, content: await format(content, { ...(await resolveConfig(__filename)), filepath: path }) }
}
