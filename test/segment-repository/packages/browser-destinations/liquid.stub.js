exports.Liquid = class {
  registerTag() {}
  registerFilter() {}
  parseAndRenderSync(template) {
    return template
  }
}
