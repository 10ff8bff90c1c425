import type { InputField } from '@segment/actions-core'

/** The field by which a mapping chooses InMoment's names for its property types. */
export const typedPropertyNames: InputField = {
  label: 'Typed Property Names',
  description:
    "Give properties the endings by which InMoment's reports tell their type: _amount for integers, _array for lists, which are sent as comma-separated text. A value that does not fit the ending that its name has already is left out.",
  type: 'boolean',
  default: false
}
