interface FieldErrorProps {
  id: string
  text: string | undefined
}

/** The error of a field, which screen readers announce when it changes. */
export function FieldError({ id, text }: FieldErrorProps) {
  return (
    <p id={id} className="field-error" aria-live="polite">
      {text}
    </p>
  )
}
