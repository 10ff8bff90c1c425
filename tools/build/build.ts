import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { buildTypes } from './build-types'
import { ROOT } from '../project'
import { buildReactNativePackage } from './react-native-package'
import { library, webLibrary } from './web-library'

const [webFolder] = process.argv.slice(2)
// With a folder, builds only the browser bundle, into this folder.
if (webFolder) await build(webLibrary('src/web.ts', webFolder))
else {
  await rm(join(ROOT, 'dist'), { recursive: true, force: true })
  await build(webLibrary('src/web.ts', 'dist/web'))
  // With the factory in a file of its own, an app that imports nothing else can leave the definition out.
  await build(library(['src/index.ts', 'src/factory.ts'], 'dist/esm', 'es', (name) => `${name}.mjs`))
  await build(library(['src/index.ts'], 'dist/cjs', 'cjs', (name) => `${name}.cjs`))
  await buildTypes()
  await buildReactNativePackage()
}
