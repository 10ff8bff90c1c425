import { WebSocket } from 'ws'

interface Response {
  id?: number | null
  result?: unknown
  error?: string
  message?: string
}

type Settle = (response: Response) => void

/** A connection that sends commands of WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
export class BidiConnection {
  private readonly pending = new Map<number, Settle>()
  private lastId = 0

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const response = JSON.parse(data.toString()) as Response
      this.settle(response.id ?? 0, response)
    })
    socket.on('close', () => {
      for (const id of this.pending.keys()) this.settle(id, { error: 'the browser has closed the connection' })
    })
  }

  static async open(url: string): Promise<BidiConnection> {
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return new BidiConnection(socket)
  }

  /** Sends a command, and returns its result. Throws if the browser reports an error. */
  async send<Result>(method: string, params: object): Promise<Result> {
    const id = (this.lastId += 1)
    const { result, error, message } = await new Promise<Response>((resolve) => {
      this.pending.set(id, resolve)
      this.socket.send(JSON.stringify({ id, method, params }))
    })
    if (error) throw new Error(`${method}: ${error}: ${message ?? ''}`)
    return result as Result
  }

  close(): void {
    this.socket.close()
  }

  private settle(id: number, response: Response): void {
    this.pending.get(id)?.(response)
    this.pending.delete(id)
  }
}
