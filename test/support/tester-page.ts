import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** The action tester in its own browser context. Locators use roles and accessible names where possible. */
export class TesterPage {
  /** Includes uncaught errors. */
  readonly consoleMessages: string[] = []
  /** The URLs of requests that neither this machine nor the service worker answered. */
  readonly externalRequests: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page
  ) {
    page.setDefaultTimeout(10_000)
    context.on('console', (message) => this.consoleMessages.push(message.text()))
    context.on('weberror', (webError) => this.consoleMessages.push(webError.error().message))
    context.on('response', (response) => {
      const isLocal = new URL(response.url()).hostname === 'localhost' || response.url().startsWith('data:')
      if (!isLocal && !response.fromServiceWorker()) this.externalRequests.push(response.url())
    })
    context.on('requestfailed', (request) => {
      // A reload or the end of the test cancels open requests.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.externalRequests.push(request.url())
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

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Event JSON' })
  }

  get editorError(): Locator {
    return this.page.locator('.event-editor .field-error')
  }

  /** The timeline entry in the result panel. */
  get selectedEntry(): Locator {
    return this.region('Selected entry')
  }

  get survey(): Locator {
    return this.page.getByRole('dialog', { name: 'Survey' })
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  timelineEntry(title: string): Locator {
    return this.region('Timeline entries').getByRole('button', { name: title })
  }

  /** The result of a mapping in the visible tab: of the preview, or of the selected entry. */
  mappingResult(name: string): Locator {
    return this.page.locator(`[data-mapping="${name}"]:visible`)
  }

  /** What became of the selected entry, such as `Survey requested`. */
  get outcome(): Locator {
    return this.selectedEntry.locator('.outcome')
  }

  /** Starts the event from an example. */
  async pickExample(label: string): Promise<void> {
    await this.openTab('JSON')
    await this.button('Choose an example').click()
    await this.page.getByLabel('Search examples').fill(label)
    await this.page
      .getByRole('dialog', { name: 'Choose an example' })
      .getByRole('button', { name: label })
      .first()
      .click()
  }

  openTab(name: string): Promise<void> {
    return this.page.getByRole('tab', { name, exact: true }).click()
  }

  async openMapping(name: string): Promise<void> {
    await this.openTab('Mappings')
    const button = this.region('Destination mappings').getByRole('button', { name, exact: true })
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  }

  /** Waits until an entry is selected and done. */
  async waitForEntry(title: string): Promise<Locator> {
    const entry = this.selectedEntry.filter({ has: this.page.locator('.entry-title', { hasText: title }) })
    await entry.locator('.outcome', { hasNotText: /^(Pending|Queued)/ }).waitFor()
    return entry
  }

  async waitForLoad(): Promise<void> {
    await this.waitForEntry('page Shop')
  }

  /** Waits until the last survey callback is this one. */
  async waitForCallback(text: string): Promise<void> {
    await this.region('Survey callbacks').getByRole('listitem').first().filter({ hasText: text }).waitFor()
  }

  /** Waits until the event in the editor contains a text. */
  async waitForEditor(text: string): Promise<void> {
    await this.editor.filter({ hasText: text }).waitFor()
  }

  async writeEvent(event: object | string): Promise<void> {
    await this.openTab('JSON')
    await this.editor.fill(typeof event === 'string' ? event : JSON.stringify(event))
  }

  /** Sends an event, or the one in the editor. */
  async send(event?: object): Promise<void> {
    if (event) await this.writeEvent(event)
    await this.button('Send').click()
  }

  /** Sends the form of a call. Other fields keep their values. */
  async sendForm(name: 'Identify' | 'Track' | 'Page' | 'Group', fields: Record<string, string> = {}): Promise<void> {
    await this.openTab('Form')
    await this.openTab(name)
    for (const [label, value] of Object.entries(fields)) await this.page.getByLabel(label, { exact: true }).fill(value)
    await this.button(name).click()
  }

  /** Runs an action that reloads the page. */
  async reload(action: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), action()])
  }

  getBeaconCalls(): Promise<string[]> {
    return this.page.getByRole('list', { name: 'Beacon calls' }).getByRole('listitem').allInnerTexts()
  }

  /** A value of `wootricSettings` in the selected entry. */
  async getSetting(key: string): Promise<{ text: string; change: string | null }> {
    const item = this.selectedEntry.locator(`[data-setting="${key}"]`).first()
    return { text: await item.locator('div').innerText(), change: await item.getAttribute('data-change') }
  }

  async answerSurvey(score: string, comment: string): Promise<void> {
    await this.survey.getByRole('button', { name: score, exact: true }).click()
    await this.page.getByLabel(/main reason/).fill(comment)
    await this.survey.getByRole('button', { name: 'Send' }).click()
  }

  readClipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async takeScreenshot(name: string): Promise<void> {
    mkdirSync('screenshots', { recursive: true })
    await this.page.screenshot({ path: `screenshots/tester-${name}.png` })
  }
}
