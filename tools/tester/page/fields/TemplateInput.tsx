import { PickerInput, type PickerInputProps } from './PickerInput'

type TemplateInputProps = Omit<PickerInputProps, 'placeholder' | 'insert'>

/** Text with placeholders such as `{{userId}}`. The picker adds one at the end. */
export function TemplateInput(props: TemplateInputProps) {
  return <PickerInput {...props} placeholder="{{userId}}" insert={(path) => `${props.value}{{${path.slice(2)}}}`} />
}
