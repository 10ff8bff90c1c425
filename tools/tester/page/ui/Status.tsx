/** The result of an action, which screen readers announce. */
export function Status({ text }: { text: string }) {
  return (
    <p role="status" className="hint">
      {text}
    </p>
  )
}
