import { firefox, webkit, type Browser, type LaunchOptions } from 'playwright-core'
import { launchChromium } from '../../../tools/perf/chromium-launch'
import type { Engine } from './engine'
import type { EngineName } from './find-engines'

/** Launches a Chromium, or Playwright's own build of another engine. */
export async function launchWithPlaywright(name: EngineName, path: string, proxyPort: number): Promise<Engine> {
  const browser = await launch(name, { executablePath: path, proxy: { server: `http://127.0.0.1:${proxyPort}` } })
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  return {
    openTab: async () => {
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      return {
        errors,
        open: async (url) => {
          await page.goto(url)
        },
        run: (functionText, json) => page.evaluate(`(${functionText})(${JSON.stringify(json)})`),
        close: () => page.close()
      }
    },
    close: () => browser.close()
  }
}

function launch(name: EngineName, options: LaunchOptions): Promise<Browser> {
  if (name === 'Firefox') return firefox.launch(options)
  if (name === 'WebKit') return webkit.launch(options)
  return launchChromium({ ...options, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
}
