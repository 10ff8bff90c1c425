import { formatJson } from './json-object'

export function JsonBlock({ value }: { value: unknown }) {
  return <pre className="json-block">{formatJson(value)}</pre>
}
