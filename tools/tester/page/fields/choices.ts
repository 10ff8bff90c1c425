import type { FieldShape } from './field-input'

export interface Choice {
  value: string
  label: string
}

const YES_OR_NO: readonly Choice[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' }
]

export function getChoices({ type, choices }: FieldShape): readonly Choice[] | undefined {
  if (type === 'boolean') return YES_OR_NO
  return choices?.map((choice) =>
    typeof choice === 'string' ? { value: choice, label: choice } : { ...choice, value: String(choice.value) }
  )
}
