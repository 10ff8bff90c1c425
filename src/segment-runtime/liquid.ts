/** Replaces liquidjs, as Segment's own build does. The mapping kit creates an engine when it loads. */
export class Liquid {
  registerTag(): void {
    // Templates are never rendered.
  }
  registerFilter(): void {
    // Templates are never rendered.
  }
  parseAndRenderSync(): string {
    throw new Error('Liquid is not available in the browser')
  }
}
