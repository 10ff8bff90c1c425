import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** The action tester as somebody uses it, in a browser of its own. */
export class TesterPage {
  /** All that the console got, uncaught errors included. */
  readonly written: string[] = []
  /** What neither this machine nor the service worker answered. */
  readonly leftTheBrowser: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page
  ) {
    page.setDefaultTimeout(10_000)
    context.on('console', (message) => this.written.push(message.text()))
    context.on('weberror', (webError) => this.written.push(webError.error().message))
    context.on('response', (response) => {
      const local = new URL(response.url()).hostname === 'localhost' || response.url().startsWith('data:')
      if (!local && !response.fromServiceWorker()) this.leftTheBrowser.push(response.url())
    })
    context.on('requestfailed', (request) => {
      // A page that is left or closed cancels what is under way, to the service worker too.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.leftTheBrowser.push(request.url())
    })
  }

  static async open(browser: Browser, url: string): Promise<TesterPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write']
    })
    const tester = new TesterPage(context, await context.newPage())
    await tester.page.goto(url)
    return tester
  }

  close(): Promise<void> {
    return this.context.close()
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  tab(name: string): Promise<void> {
    return this.page.getByRole('tab', { name, exact: true }).click()
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Event as JSON' })
  }

  /** The entry that is shown, once it is this one and has been delivered. */
  async sent(title: string): Promise<Locator> {
    const shown = this.region('What came of it').filter({
      has: this.page.locator('.sent-title', { hasText: title })
    })
    await shown.getByText(/· (Delivered|From the survey)/).waitFor()
    return shown
  }

  async loaded(): Promise<void> {
    await this.sent('page Shop')
  }

  async writeEvent(event: object | string): Promise<void> {
    await this.tab('JSON')
    await this.editor.fill(typeof event === 'string' ? event : JSON.stringify(event))
  }

  async send(event?: object): Promise<void> {
    if (event) await this.writeEvent(event)
    await this.button('Send').click()
  }

  /** What the form of a call sends, the rest of its fields as they stand. */
  async call(name: 'Identify' | 'Track' | 'Page' | 'Group', fields: Record<string, string> = {}): Promise<void> {
    await this.tab('Form')
    await this.tab(name)
    for (const [label, value] of Object.entries(fields)) await this.page.getByLabel(label, { exact: true }).fill(value)
    await this.button(name).click()
  }

  /** Does what loads the page anew. */
  async reload(action: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), action()])
  }

  beaconCalls(): Promise<string[]> {
    return this.page.getByRole('list', { name: 'Calls that the beacon got' }).getByRole('listitem').allInnerTexts()
  }

  async setting(key: string): Promise<{ text: string; change: string | null }> {
    const row = this.region('What came of it').locator(`[data-setting="${key}"]`).first()
    return { text: await row.locator('div').innerText(), change: await row.getAttribute('data-change') }
  }

  async callbackTold(text: string): Promise<void> {
    const told = this.region("What the survey's callbacks told")
    await told.getByRole('listitem').first().filter({ hasText: text }).waitFor()
  }

  get survey(): Locator {
    return this.page.getByRole('dialog', { name: 'Survey' })
  }

  async answerSurvey(score: string, comment: string): Promise<void> {
    await this.survey.getByRole('button', { name: score, exact: true }).click()
    await this.page.getByLabel(/main reason/).fill(comment)
    await this.survey.getByRole('button', { name: 'Send' }).click()
  }

  async openMapping(name: string): Promise<void> {
    await this.tab('Mappings')
    const head = this.region('Mappings of the destination').getByRole('button', { name, exact: true })
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
  }

  /** A mapping's result for the event as written, or as sent where that is shown. */
  mappingResult(name: string): Locator {
    return this.page.locator(`[data-mapping="${name}"]:visible`)
  }

  async payloadOf(name: string): Promise<unknown> {
    return JSON.parse(await this.mappingResult(name).locator('pre').innerText())
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync('screenshots', { recursive: true })
    await this.page.screenshot({ path: `screenshots/tester-${name}.png` })
  }
}
