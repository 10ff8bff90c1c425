import budgets from './budgets.json'
import { figures } from './figures'
import { segmentBuild } from './segment-build'
import { webBundle } from './web-bundle'
import { weights } from './weights'

const [option] = process.argv.slice(2)

if (option === '--json') {
  const { own, shared } = await segmentBuild()
  console.log(JSON.stringify({ figures: await figures(), own, shared }))
} else if (option === '--why') {
  for (const { module, bytes } of weights(await webBundle('src/web.ts'))) {
    console.log(`${bytes.toLocaleString('en').padStart(7)}  ${module}`)
  }
} else {
  const { bundle, leanNoOp, noOp, bundleToNoOp, segmentChunk } = await figures()
  print('Bundle', bytes(bundle), bytes(budgets.bundle))
  print('No-op destination', bytes(noOp))
  print('Bundle to no-op', bundleToNoOp.toFixed(3), String(budgets.bundleToNoOp))
  print('No-op, lean runtime', bytes(leanNoOp))
  print("Chunk in Segment's build", bytes(segmentChunk), bytes(budgets.segmentChunk))
}

function bytes(size: number): string {
  return size.toLocaleString('en')
}

function print(name: string, figure: string, budget?: string): void {
  console.log(name.padEnd(26) + figure.padStart(7) + (budget ? `  of at most ${budget}` : ''))
}
