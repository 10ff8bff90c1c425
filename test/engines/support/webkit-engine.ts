import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import type { Engine, Tab } from './engine'
import { endProcess } from './end-process'

type Send = <Result>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Result>

interface ScriptResult {
  json?: string
  error?: string
}

/** Launches the MiniBrowser of WebKitGTK, with WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function launchWebKit(path: string, proxyPort: number): Promise<Engine> {
  const port = await findFreePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore' })
  const sendToDriver = createSender(`http://127.0.0.1:${port}`)
  await waitForDriver(sendToDriver)
  const options = { binary: path, args: ['--automation', `--proxy=http://127.0.0.1:${proxyPort}`] }
  const capabilities = { alwaysMatch: { acceptInsecureCerts: true, 'webkitgtk:browserOptions': options } }
  const { sessionId } = await sendToDriver<{ sessionId: string }>('POST', '/session', { capabilities })
  const send = createSender(`http://127.0.0.1:${port}/session/${sessionId}`)
  // This window stays open, because the session ends with the last window.
  const firstWindow = await send('GET', '/window')
  return {
    openTab: async () => {
      await send('POST', '/window', { handle: firstWindow })
      const { handle } = await send<{ handle: string }>('POST', '/window/new', { type: 'tab' })
      return createTab(send, handle)
    },
    close: async () => {
      await sendToDriver('DELETE', `/session/${sessionId}`)
      await endProcess(driver)
    }
  }
}

/** Commands apply to the current window. The checks of an engine run one after another. */
function createTab(send: Send, handle: string): Tab {
  const select = () => send('POST', '/window', { handle })
  return {
    errors: [],
    open: async (url) => {
      await select()
      await send('POST', '/url', { url })
    },
    run: async (functionText, argument) => {
      await select()
      const script = `
        const [json, done] = arguments
        const run = ${functionText}
        run(json).then((json) => done({ json }), (error) => done({ error: String(error) }))`
      const { json, error } = await send<ScriptResult>('POST', '/execute/async', {
        script,
        args: [argument]
      })
      if (error !== undefined) throw new Error(error)
      return json
    },
    close: async () => {
      await select()
      await send('DELETE', '/window')
    }
  }
}

function createSender(base: string): Send {
  return async <Result>(method: string, path: string, body?: object) => {
    const response = await fetch(`${base}${path}`, {
      method,
      body: method === 'POST' ? JSON.stringify(body) : undefined
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value as Result
  }
}

async function waitForDriver(send: Send): Promise<void> {
  for (let attempts = 100; ; attempts -= 1) {
    try {
      await send('GET', '/status')
      return
    } catch (error) {
      if (attempts === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
