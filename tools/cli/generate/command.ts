import { relative } from 'node:path'
import { Flags } from '@oclif/core'
import { ROOT } from '../../project'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { print, printError } from '../terminal/output'
import { findOutdatedFiles, writeFiles, type GeneratedFile } from './generated-files'

/** The flags of the generate commands. */
export const generateFlags = {
  check: Flags.boolean({ description: 'Write nothing, and fail if a file is out of date.' }),
  json: Flags.boolean({ description: 'Print the result as JSON.' })
}

/** Writes the files that are out of date. With `check`, only lists them and fails. */
export async function writeOrCheck(
  files: GeneratedFile[],
  { check, json }: { check: boolean; json: boolean },
  command: string
): Promise<void> {
  const outdated = await findOutdatedFiles(files)
  const names = outdated.map(({ path }) => relative(ROOT, path))
  if (check && outdated.length > 0) process.exitCode = FOUND_PROBLEMS
  if (!check) await writeFiles(outdated)

  if (json) await print(`${JSON.stringify(check ? { outdated: names } : { written: names }, null, 2)}\n`)
  else if (check) for (const name of names) printError(`${name} is out of date: run ${command}\n`)
  else for (const name of names) await print(`${name}\n`)
}
