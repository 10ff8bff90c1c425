import type { Readable } from 'node:stream'
import open from 'open'

/** Opens the first address that the server prints. */
export function openWhenServed(output: Readable): void {
  let printed = ''
  const look = (chunk: Buffer): void => {
    printed += chunk.toString()
    const [address] = /https?:\/\/\S+/.exec(printed) ?? []
    if (address === undefined) return
    output.off('data', look)
    open(address).catch(() => process.stderr.write(`No browser could be opened; the address is ${address}\n`))
  }
  output.on('data', look)
}
