import { runNode } from '../support/run'

/** Runs in a separate process, because Jest cannot import Vite's parser. Returns the code without spaces. */
function removeParts(code: string): string {
  const script = `
    import { parseAst } from 'vite'
    import { removePartsForApp } from './tools/build/without-parts-for-app.ts'
    const code = process.argv[1]
    console.log(removePartsForApp(code, parseAst(code)))`
  return runNode(['--import', 'tsx', '--input-type=module', '-e', script, code]).replace(/\s+/g, '')
}

it("removes the parts of a definition that only Segment's app uses", () => {
  expect(
    removeParts(`export default {
      name: 'InMoment', slug: 'actions-inmoment', mode: 'device', description: 'Surveys.',
      settings: { token: { label: 'Token', type: 'string' } },
      presets: Object.entries(actions).map(([name, { title }]) => ({ name, title })),
      actions: { track: { title: 'Track', platform: 'web', fields: { email: {} }, perform: run } }
    }`)
  ).toBe("exportdefault{name:'InMoment',actions:{track:{perform:run}}}")
})

it('keeps code that uses the same names', () => {
  const code = `const { settings, fields: [first] } = input;
    export default { settings, fields: given, [title]: 'x', perform: (input) => track('y', { mode: 'z', title: 'w' }) }`
  expect(removeParts(code)).toBe(code.replace(/\s+/g, ''))
})
