/**
 * Stands in for liquidjs in the bundles, as in Segment's own build: mappings with Liquid are not offered in the
 * browser, yet the mapping kit makes an engine when it is loaded.
 */
export class Liquid {
  registerTag(): void {
    // no template is rendered, so that no tag is needed
  }
  registerFilter(): void {
    // no template is rendered, so that no filter is needed
  }
  parseAndRenderSync(): string {
    throw new Error('Liquid is not offered in the browser')
  }
}
