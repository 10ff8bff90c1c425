import budgets from './budgets.json'
import { getModuleSizes } from './module-sizes'
import { measureOthers } from './segment-build'
import { measureSizes } from './sizes'
import { webBundle } from './web-bundle'

const [option, ...folders] = process.argv.slice(2)

if (option === '--json') {
  console.log(JSON.stringify(await measureSizes()))
} else if (option === '--why') {
  console.log('minified     gzip')
  for (const { module, bytes, gzip } of getModuleSizes(await webBundle('src/web.ts'))) {
    console.log(`${format(bytes).padStart(8)} ${format(gzip).padStart(8)}  ${module}`)
  }
} else if (option === '--others') {
  for (const [name, gzip] of await measureOthers(folders)) print(name, format(gzip))
} else {
  const { bundle, leanNoOp, noOp, bundleToNoOp, segmentChunk, segmentNoOp, segmentShared } = await measureSizes()
  print('Bundle', format(bundle), format(budgets.bundle))
  print('No-op, published runtime', format(noOp))
  print('Ratio', bundleToNoOp.toFixed(3), String(budgets.bundleToNoOp))
  print('No-op, stand-ins', format(leanNoOp))
  print('Ratio', (bundle / leanNoOp).toFixed(3))
  print("Entry in Segment's build", format(segmentChunk), format(budgets.segmentChunk))
  print('No-op entry', format(segmentNoOp))
  print('Shared chunk', format(segmentShared))
}

function format(size: number): string {
  return size.toLocaleString('en')
}

function print(name: string, value: string, budget?: string): void {
  console.log(name.padEnd(26) + value.padStart(7) + (budget ? `  budget ${budget}` : ''))
}
