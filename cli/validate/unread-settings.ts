import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type ts from 'typescript'
import type { Finding } from './finding'

type Compiler = typeof ts

/** Settings that this code may leave alone, and who reads them instead. */
export type ReadElsewhere = Record<string, string>

/** Each setting is read by the destination's code, save for those of which it is known who else reads them. */
export async function unreadSettings(settings: object, folder: string, elsewhere: ReadElsewhere): Promise<Finding[]> {
  // Only now: each start of the command line loads all commands.
  const { default: compiler } = await import('typescript')
  const read = settingsRead(compiler, Object.keys(settings), folder)
  const unread = Object.keys(settings).filter((key) => !read.has(key) && !(key in elsewhere))
  const needless = Object.keys(elsewhere).filter((key) => read.has(key) || !(key in settings))
  return [
    ...unread.map((key) => ({
      place: `settings.${key}`,
      problem: 'is read by nothing',
      mend: 'read it, take it out, or name who else reads it in cli/validate/read-elsewhere.ts'
    })),
    ...needless.map((key) => ({
      place: `settings.${key}`,
      problem: 'is said to be read elsewhere, but is read here or does not exist',
      mend: 'take it out of cli/validate/read-elsewhere.ts'
    }))
  ]
}

/**
 * By the compiler's own references to the properties of the generated type: a search for the name would take the
 * definition itself, or another object's property, for a reader.
 */
function settingsRead(ts: Compiler, keys: string[], folder: string): Set<string> {
  const types = join(folder, 'generated-types.ts')
  const service = ts.createLanguageService(host(ts, sourceFiles(folder)))
  const program = service.getProgram()
  const isRead = ({ fileName, textSpan }: ts.ReferencedSymbolEntry): boolean => {
    const file = program?.getSourceFile(fileName)
    return file !== undefined && fileName !== types && !isKeyOfLiteral(ts, file, textSpan.start)
  }
  const members = (program?.getSourceFile(types)?.statements ?? []).flatMap((statement) =>
    ts.isInterfaceDeclaration(statement) && statement.name.text === 'Settings' ? [...statement.members] : []
  )
  const read = members.flatMap(({ name }) => {
    if (!name || !ts.isIdentifier(name) || !keys.includes(name.text)) return []
    const references = service.findReferences(types, name.getStart())?.flatMap((found) => found.references) ?? []
    return references.some(isRead) ? [name.text] : []
  })
  service.dispose()
  return new Set(read)
}

/** `{ key: … }` gives a setting a value, and reads none. */
function isKeyOfLiteral(ts: Compiler, node: ts.Node, position: number): boolean {
  const child = ts.forEachChild(node, (inner) =>
    position >= inner.getStart() && position < inner.getEnd() ? inner : undefined
  )
  if (!child) return false
  if (ts.isPropertyAssignment(child) && child.name.getStart() === position) return true
  return isKeyOfLiteral(ts, child, position)
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('__tests__'))
    .map((name) => join(folder, name))
}

function host(ts: Compiler, files: string[]): ts.LanguageServiceHost {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    types: []
  }
  return {
    getScriptFileNames: () => files,
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) =>
      ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8')) : undefined,
    getCurrentDirectory: () => process.cwd(),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    readDirectory: (...args) => ts.sys.readDirectory(...args),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name)
  }
}
