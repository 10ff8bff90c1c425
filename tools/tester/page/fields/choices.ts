import type { FieldShape } from '../mappings/field-input'

export interface Choice {
  value: string
  label: string
}

const YES_OR_NO: readonly Choice[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' }
]

/** The choices that a field has by its definition, or by its type. */
export function choicesOf({ type, choices }: FieldShape): readonly Choice[] | undefined {
  if (type === 'boolean') return YES_OR_NO
  return choices?.map((choice) =>
    typeof choice === 'string' ? { value: choice, label: choice } : { ...choice, value: String(choice.value) }
  )
}
