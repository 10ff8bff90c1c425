import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { ROOT } from '../project'
import { startArguments, type StartOptions } from './start-arguments'

/** Builds and serves the page in a process of its own: Vite is an ES module, and the command line is not. */
export class PageServer {
  private child?: ChildProcess
  private next: 'end' | 'restart' | 'stop' = 'end'
  private served = false
  private wake?: () => void

  constructor(
    private readonly options: StartOptions,
    private readonly onOutput: (text: string) => void
  ) {}

  /** Runs until it is stopped, or could not be started, and gives the exit code. */
  async run(): Promise<number> {
    for (;;) {
      const code = await this.runOnce()
      if (this.next === 'end') {
        if (!this.served || code === 0) return code
        process.stderr.write('The page could not be built; it is tried again at the next change\n')
        await new Promise<void>((resolve) => (this.wake = resolve))
      }
      if (this.isStopped()) return 0
      this.next = 'end'
    }
  }

  /** Builds anew, and serves at the same address. */
  restart(): void {
    this.endWith('restart')
  }

  stop(): void {
    this.endWith('stop')
  }

  private isStopped(): boolean {
    return this.next === 'stop'
  }

  private endWith(next: 'restart' | 'stop'): void {
    this.next = next
    this.child?.kill()
    this.wake?.()
  }

  private async runOnce(): Promise<number> {
    const child = spawn(process.execPath, startArguments(this.options), {
      cwd: ROOT,
      stdio: ['inherit', 'pipe', 'inherit']
    })
    this.child = child
    child.stdout.on('data', (chunk: Buffer) => {
      this.served = true
      this.onOutput(chunk.toString())
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  }
}
