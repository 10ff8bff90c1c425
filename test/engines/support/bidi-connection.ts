import { WebSocket } from 'ws'

/** A response to a command, or an event. */
interface Message {
  id?: number | null
  method?: string
  params?: unknown
  result?: unknown
  error?: string
  message?: string
}

type Settle = (response: Message) => void

/** A connection that sends commands of WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
export class BidiConnection {
  private readonly pending = new Map<number, Settle>()
  private readonly listeners = new Map<string, (params: unknown) => void>()
  private lastId = 0

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message
      if (message.method) this.listeners.get(message.method)?.(message.params)
      else this.settle(message.id ?? 0, message)
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
    const { result, error, message } = await new Promise<Message>((resolve) => {
      this.pending.set(id, resolve)
      this.socket.send(JSON.stringify({ id, method, params }))
    })
    if (error) throw new Error(`${method}: ${error}: ${message ?? ''}`)
    return result as Result
  }

  /** Subscribes to an event. */
  async on(method: string, listener: (params: unknown) => void): Promise<void> {
    this.listeners.set(method, listener)
    await this.send('session.subscribe', { events: [method] })
  }

  close(): void {
    this.socket.close()
  }

  private settle(id: number, response: Message): void {
    this.pending.get(id)?.(response)
    this.pending.delete(id)
  }
}
