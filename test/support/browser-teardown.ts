import './browser-setup'

export default function tearDown(): void {
  globalThis.testerServer?.close()
  globalThis.testerServer?.closeAllConnections()
}
