import { Flags } from '@oclif/core'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { inProject } from '../project'
import { staleFiles, writeFiles, type GeneratedFile } from './generated-files'

/** The flags of every generator. */
export const generateFlags = {
  check: Flags.boolean({ description: 'Write nothing, and fail where a file is stale.' }),
  json: Flags.boolean({ description: 'Print the result as JSON.' })
}

/** Writes the files that are stale, or with `check` names them and makes the command fail. */
export async function writeOrCheck(
  files: GeneratedFile[],
  { check, json }: { check: boolean; json: boolean },
  command: string
): Promise<void> {
  const stale = await staleFiles(files)
  const names = stale.map(({ path }) => inProject(path))
  if (check && stale.length > 0) process.exitCode = FOUND_PROBLEMS
  if (!check) await writeFiles(stale)

  if (json) process.stdout.write(`${JSON.stringify(check ? { stale: names } : { written: names }, null, 2)}\n`)
  else if (check) for (const name of names) process.stderr.write(`${name} is stale: run ${command}\n`)
  else for (const name of names) process.stdout.write(`${name}\n`)
}
