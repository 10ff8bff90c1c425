import budgets from './budgets.json'
import { figures } from './figures'
import { webBundle } from './web-bundle'
import { weights } from './weights'

const [option] = process.argv.slice(2)

if (option === '--json') {
  console.log(JSON.stringify(await figures()))
} else if (option === '--why') {
  console.log('minified     gzip')
  for (const { module, bytes: minified, gzip } of weights(await webBundle('src/web.ts'))) {
    console.log(`${bytes(minified).padStart(8)} ${bytes(gzip).padStart(8)}  ${module}`)
  }
} else {
  const { bundle, leanNoOp, noOp, bundleToNoOp, segmentChunk } = await figures()
  print('Bundle', bytes(bundle), bytes(budgets.bundle))
  print('No-op destination', bytes(noOp))
  print('Bundle to no-op', bundleToNoOp.toFixed(3), String(budgets.bundleToNoOp))
  print('No-op, lean runtime', bytes(leanNoOp))
  print('Bundle to that', (bundle / leanNoOp).toFixed(3))
  print("Chunk in Segment's build", bytes(segmentChunk), bytes(budgets.segmentChunk))
}

function bytes(size: number): string {
  return size.toLocaleString('en')
}

function print(name: string, figure: string, budget?: string): void {
  console.log(name.padEnd(26) + figure.padStart(7) + (budget ? `  of at most ${budget}` : ''))
}
