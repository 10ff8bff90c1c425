import { suggestion } from '../mapping-checks/closest'

/** Describes oclif's error about an unknown command or flag, with the closest known one. */
export function describeUnknownName(error: unknown, commands: readonly string[]): string | undefined {
  if (!(error instanceof Error)) return undefined
  const [, command] = /^command (\S+) not found/i.exec(error.message) ?? []
  if (command !== undefined) return `unknown command ${command}. ${suggestion(command, commands)}`
  const { flags, parse } = error as { flags?: unknown; parse?: { input?: { flags?: object } } }
  const [flag] = Array.isArray(flags) ? flags.map((name) => String(name).replace(/=.*/s, '')) : []
  if (flag === undefined) return undefined
  const known = Object.keys(parse?.input?.flags ?? {}).map((name) => `--${name}`)
  return `unknown flag ${flag}. ${known.length === 0 ? 'The command has no flags.' : suggestion(flag, known)}`
}
