import { Flags } from '@oclif/core'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { inProject } from '../project'
import { outdatedFiles, writeFiles, type GeneratedFile } from './generated-files'

/** The flags of all generators. */
export const generateFlags = {
  check: Flags.boolean({ description: 'Write nothing, and fail if a file is out of date.' }),
  json: Flags.boolean({ description: 'Print the result as JSON.' })
}

/** Writes the files that are out of date. With `check`, lists them and makes the command fail. */
export async function writeOrCheck(
  files: GeneratedFile[],
  { check, json }: { check: boolean; json: boolean },
  command: string
): Promise<void> {
  const outdated = await outdatedFiles(files)
  const names = outdated.map(({ path }) => inProject(path))
  if (check && outdated.length > 0) process.exitCode = FOUND_PROBLEMS
  if (!check) await writeFiles(outdated)

  if (json) process.stdout.write(`${JSON.stringify(check ? { outdated: names } : { written: names }, null, 2)}\n`)
  else if (check) for (const name of names) process.stderr.write(`${name} is out of date: run ${command}\n`)
  else for (const name of names) process.stdout.write(`${name}\n`)
}
