import type { InputField } from '@segment/actions-core'
import { destination } from '../../../src/destinations/inmoment'
import { suggestion } from './closest'
import type { JsonDocument } from './json-document'
import type { Problem } from './problem'

/** The directives that Segment's mapping kit evaluates in the browser. */
const DIRECTIVES = [
  ...['@path', '@template', '@if', '@literal', '@case', '@replace', '@arrayPath', '@flatten', '@json', '@merge'],
  ...['@transform', '@excludeWhenNull']
]

/** `$` alone, or fields of an event, such as `$.traits.email` or `$.properties.items[0].sku`. */
const PATH = /^\$(\.|\[|$)/

type Path = (string | number)[]

/** Unknown fields, unknown choices, directives that fail, and required fields that are missing. */
export function fieldProblems(
  document: JsonDocument,
  partnerAction: string,
  mapping: Record<string, unknown>,
  path: Path
): Problem[] {
  const fields = new Map(Object.entries<InputField>(destination.actions[partnerAction]?.fields ?? {}))
  const missing = [...fields].filter(([key, { required }]) => required === true && !Object.hasOwn(mapping, key))
  return [
    ...missing.map(([key]) => document.problemAt(path, 'error', `The required field ${key} is missing.`)),
    ...Object.entries(mapping).flatMap(([key, value]) => {
      const field = fields.get(key)
      if (!field) {
        const message = `Unknown field ${key} of ${partnerAction}. ${suggestion(key, [...fields.keys()])}`
        return [document.problemAt([...path, key], 'error', message)]
      }
      return [
        ...choiceProblems(document, key, field, value, [...path, key]),
        ...directiveProblems(document, value, [...path, key])
      ]
    })
  ]
}

function choiceProblems(document: JsonDocument, key: string, field: InputField, value: unknown, path: Path): Problem[] {
  if (field.type === 'boolean' && typeof value === 'string') {
    return [document.problemAt(path, 'error', `${key} is a string. Use true or false without quotes.`)]
  }
  const choices = field.choices?.map((choice) => String(typeof choice === 'object' ? choice.value : choice))
  if (!choices || typeof value !== 'string' || choices.includes(value)) return []
  return [document.problemAt(path, 'error', `The field ${key} has an unknown choice. ${suggestion(value, choices)}`)]
}

function directiveProblems(document: JsonDocument, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'object' || value === null) return []
  const report = (severity: Problem['severity'], message: string) => [document.problemAt(path, severity, message)]
  const entries = Object.entries(value as Record<string, unknown>)
  const inside = entries.flatMap(([key, item]) =>
    directiveProblems(document, item, [...path, Array.isArray(value) ? Number(key) : key])
  )
  const [directive, ...others] = entries.filter(([key]) => key.startsWith('@'))
  if (!directive) return inside
  const [name, argument] = directive
  if (name === '@liquid') return report('error', 'Liquid does not work in the browser. Use @path, @template or @if.')
  if (!DIRECTIVES.includes(name)) return report('error', `Unknown directive ${name}. ${suggestion(name, DIRECTIVES)}`)
  if (others.length > 0) return report('error', 'A value has more than one directive.')
  if (name === '@path' && typeof argument === 'string' && !PATH.test(argument)) {
    return report('warning', `A path starts with $, such as $.${argument.replace(/^\W+/, '')}.`)
  }
  return inside
}
