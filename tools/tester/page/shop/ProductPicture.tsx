/** A bag of coffee. The hue is in degrees. */
export function ProductPicture({ hue }: { hue: number }) {
  return (
    <svg
      className="product-picture"
      viewBox="0 0 96 72"
      aria-hidden="true"
      style={{ '--hue': String(hue) } as React.CSSProperties}
    >
      <rect className="backdrop" width="96" height="72" rx="10" />
      <path className="bag" d="M33 16h30l3 8v36a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4V24z" />
      <path className="fold" d="M33 16h30l3 8H30z" />
      <rect className="label" x="37" y="34" width="22" height="20" rx="3" />
      <ellipse className="bean" cx="48" cy="44" rx="4.5" ry="6.5" transform="rotate(28 48 44)" />
      <path className="crease" d="M45.5 49.5c2-3 3-8 5-11" />
    </svg>
  )
}
