import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { ROOT } from '../../../test/support/run'

const documents = globSync(['**/*.md', '.github/**/*.md'], { cwd: ROOT, ignore: ['**/{node_modules,dist,reports}/**'] })

it.each(documents)('links from %s only to files and sections that exist', (document) => {
  const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const local = links.filter((link) => !/^(https?:|mailto:|\/)/.test(link))
  expect(local.filter((link) => !exists(document, link))).toEqual([])
})

function exists(from: string, link: string): boolean {
  const [path, anchor] = link.split('#')
  const file = path ? join(dirname(from), path) : from
  if (!existsSync(join(ROOT, file))) return false
  return anchor === undefined || getAnchors(read(file)).includes(anchor)
}

/** Returns the anchors that GitHub gives to headings. */
function getAnchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-')
  )
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}
