import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

// Writes the site to dist, with the installed version of the bundle and its hash.
const bundle = readFileSync(new URL(import.meta.resolve('analytics-browser-actions-inmoment/web')))
const hash = createHash('sha384').update(bundle).digest()

// A cached page must not get the file of another version: its hash would be wrong, and the browser would block it.
const file = `inmoment-${hash.toString('hex', 0, 4)}.js`
const page = readFileSync('index.html', 'utf8')
  .replace('"FILE"', `"${file}"`)
  .replace('"INTEGRITY"', `"sha384-${hash.toString('base64')}"`)

mkdirSync('dist', { recursive: true })
writeFileSync(`dist/${file}`, bundle)
writeFileSync('dist/index.html', page)
copyFileSync('site.js', 'dist/site.js')
