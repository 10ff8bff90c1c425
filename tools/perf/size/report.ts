import budgets from './budgets.json'
import { figures } from './figures'
import { moduleSizes } from './module-sizes'
import { webBundle } from './web-bundle'

const [option] = process.argv.slice(2)

if (option === '--json') {
  console.log(JSON.stringify(await figures()))
} else if (option === '--why') {
  console.log('minified     gzip')
  for (const { module, bytes, gzip } of moduleSizes(await webBundle('src/web.ts'))) {
    console.log(`${format(bytes).padStart(8)} ${format(gzip).padStart(8)}  ${module}`)
  }
} else {
  const { bundle, leanNoOp, noOp, bundleToNoOp, segmentChunk, segmentNoOp, segmentShared } = await figures()
  print('Bundle', format(bundle), format(budgets.bundle))
  print('No-op, published runtime', format(noOp))
  print('Bundle to no-op', bundleToNoOp.toFixed(3), String(budgets.bundleToNoOp))
  print('No-op, stand-ins', format(leanNoOp))
  print('Bundle to no-op', (bundle / leanNoOp).toFixed(3))
  print("Entry in Segment's build", format(segmentChunk), format(budgets.segmentChunk))
  print('No-op entry there', format(segmentNoOp))
  print('Shared chunk there', format(segmentShared))
}

function format(size: number): string {
  return size.toLocaleString('en')
}

function print(name: string, figure: string, budget?: string): void {
  console.log(name.padEnd(26) + figure.padStart(7) + (budget ? `  of at most ${budget}` : ''))
}
