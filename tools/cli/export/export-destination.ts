import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { DESTINATION_FOLDER } from '../../project'
import { UsageError } from '../terminal/errors'
import { createPackageFiles, EXPORT_FOLDER } from './package-files'

/**
 * Writes the destination as a package of Segment's repository into a checkout or an empty folder. Replaces an earlier
 * export, but keeps what was built or installed in its folder. Returns the folder of the package.
 */
export async function exportDestination(directory: string): Promise<string> {
  await checkDirectory(directory)
  const folder = join(directory, EXPORT_FOLDER)
  const files = await createPackageFiles(directory)
  await rm(join(folder, 'src'), { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(DESTINATION_FOLDER, join(folder, 'src'), { recursive: true, filter: isSource })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** Rejects other folders, because a mistyped path would get a tree of folders. */
async function checkDirectory(directory: string): Promise<void> {
  const names = await readdir(directory).catch((): string[] => [])
  if (directory && (names.length === 0 || names.includes('packages'))) return
  throw new UsageError(`${directory || 'The folder'} is neither a checkout of Segment's repository nor empty`)
}

/** Leaves out files of editors and operating systems. */
function isSource(path: string): boolean {
  return ['', '.ts'].includes(extname(path)) && !path.endsWith('~')
}
