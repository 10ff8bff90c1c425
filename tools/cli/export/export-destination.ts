import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DESTINATION_FOLDER } from '../../project'
import { createPackageFiles, EXPORT_FOLDER } from './package-files'

/**
 * Writes the destination as a package of Segment's repository into a checkout or an empty folder. Replaces an earlier
 * export, but keeps what was built or installed in its folder. Returns the folder of the package.
 */
export async function exportDestination(directory: string): Promise<string> {
  const folder = join(directory, EXPORT_FOLDER)
  const files = await createPackageFiles(directory)
  await rm(join(folder, 'src'), { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(DESTINATION_FOLDER, join(folder, 'src'), { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}
