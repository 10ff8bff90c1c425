import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { generate } from 'selfsigned'

export interface ProxyRequest {
  url: URL
  body: string
}

export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: string
}

/** Without a reply, the proxy closes the connection. */
export type Respond = (request: ProxyRequest) => Reply | undefined | Promise<Reply | undefined>

export interface Proxy {
  port: number
  close: () => void
}

/** Starts a proxy that plays every host, with a certificate that it signs itself. Nothing reaches the network. */
export async function startProxy(respond: Respond): Promise<Proxy> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'shop.example' }])
  const tlsServer = createTlsServer({ key, cert }, (request, response) => {
    // Rejects if the browser ends the request early.
    answer(respond, request, response).catch(() => request.socket.destroy())
  })
  const sockets = new Set<Socket>()
  // Only a browser itself uses requests without TLS, for instance to look for updates.
  const server = createServer((_request, response) => response.writeHead(404).end())
  server.on('connect', (_request, socket: Socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()))
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    tlsServer.emit('connection', socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
    }
  }
}

async function answer(respond: Respond, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string
  const url = new URL(request.url ?? '/', `https://${request.headers.host}`)
  const reply = await respond({ url, body })
  if (!reply) {
    request.socket.destroy()
    return
  }
  response.writeHead(reply.status ?? 200, reply.headers).end(reply.body)
}
