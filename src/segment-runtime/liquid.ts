/**
 * Replaces liquidjs, as in Segment's own build: Liquid is not available in the browser. The mapping kit creates an
 * engine when it loads.
 */
export class Liquid {
  registerTag(): void {
    // No template is rendered.
  }
  registerFilter(): void {
    // No template is rendered.
  }
  parseAndRenderSync(): string {
    throw new Error('Liquid is not offered in the browser')
  }
}
