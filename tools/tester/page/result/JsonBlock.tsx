/** JSON to be read, in lines that break. */
export function JsonBlock({ value }: { value: unknown }) {
  return <pre className="json-block">{JSON.stringify(value, undefined, 2)}</pre>
}
