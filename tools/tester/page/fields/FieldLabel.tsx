interface FieldLabelProps {
  htmlFor: string
  label: string
  required?: boolean
}

export function FieldLabel({ htmlFor, label, required = false }: FieldLabelProps) {
  return (
    <label htmlFor={htmlFor}>
      {label}
      {required ? <span className="required"> required</span> : null}
    </label>
  )
}
