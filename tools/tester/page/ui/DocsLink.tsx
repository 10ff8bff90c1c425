interface DocsLinkProps {
  href: string
  /** What the page is about. */
  topic: string
}

/** A link to documentation, next to the term that it explains. */
export function DocsLink({ href, topic }: DocsLinkProps) {
  return (
    <a className="docs-link" href={href} target="_blank" rel="noreferrer">
      Docs<span className="visually-hidden"> of {topic}</span>
    </a>
  )
}
