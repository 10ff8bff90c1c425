/** Warns if several mappings request a survey for one event. */
export function DoubleRequest({ names }: { names: readonly string[] }) {
  if (names.length < 2) return null
  return (
    <p className="warning warn">
      {names.length} mappings request a survey for this event: {names.join(', ')}. The user may see more than one.
      Change a trigger, or turn Request a Survey off.
    </p>
  )
}
