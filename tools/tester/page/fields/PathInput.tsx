import { PickerInput, type PickerInputProps } from './PickerInput'

type PathInputProps = Omit<PickerInputProps, 'placeholder' | 'insert'>

/** A path, typed or picked from the current event. */
export function PathInput(props: PathInputProps) {
  return <PickerInput {...props} placeholder="$.properties.name" insert={(path) => path} />
}
