import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/** In a process of its own, since Jest cannot import the parser of Vite; without the blanks. */
function without(code: string): string {
  const script = `
    import { parseAst } from 'vite'
    import { withoutParts } from './tools/build/without-parts-for-app.ts'
    const code = process.argv[1]
    console.log(withoutParts(code, parseAst(code)))`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script, code]
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).replace(/\s+/g, '')
}

it("removes from a definition what only Segment's app reads", () => {
  expect(
    without(`export default {
      name: 'InMoment', slug: 'actions-inmoment', mode: 'device', description: 'Surveys.',
      settings: { token: { label: 'Token', type: 'string' } },
      presets: Object.entries(actions).map(([name, { title }]) => ({ name, title })),
      actions: { track: { title: 'Track', platform: 'web', fields: { email: {} }, perform: run } }
    }`)
  ).toBe("exportdefault{name:'InMoment',actions:{track:{perform:run}}}")
})

it('keeps code with such a name', () => {
  const code = `const { settings, fields: [first] } = input;
    export default { settings, fields: given, [title]: 'x', perform: (input) => track('y', { mode: 'z', title: 'w' }) }`
  expect(without(code)).toBe(code.replace(/\s+/g, ''))
})
