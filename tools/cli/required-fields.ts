import type { DescribedDestination } from './generate/metadata'

/** The keys of the required settings and of the required fields by action, as Segment's own tool names them. */
export type RequiredFields = Record<string, RequiredField[]>

export interface RequiredField {
  key: string
  label: string
}

interface Field {
  label: string
  /** Conditions make a field required depending on others. */
  required?: unknown
}

export function findRequiredFields({ settings = {}, actions }: DescribedDestination): RequiredFields {
  return {
    settings: filterRequired(settings),
    ...Object.fromEntries(Object.entries(actions).map(([key, { fields }]) => [key, filterRequired(fields)]))
  }
}

function filterRequired(fields: Record<string, Field>): RequiredField[] {
  return Object.entries(fields).flatMap(([key, { label, required }]) => (required ? [{ key, label }] : []))
}
