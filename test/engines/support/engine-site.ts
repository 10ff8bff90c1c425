import { BEACON_URL } from '../../../src/destinations/inmoment/wootric/script'
import { startRecording } from '../../support/recording'
import { getSegmentFile, type SegmentOptions } from '../../support/segment-cdn'
import { BEACON_SCRIPT, SNIPPET } from '../../support/site'
import type { Engine } from './engine'
import { EnginePage } from './engine-page'
import type { ProxyRequest, Reply, Respond } from './proxy'
import { recordPage } from './recorded-page'
import { waitUntil } from './wait-until'

export interface EngineSiteOptions extends SegmentOptions {
  /** The content security policy of the pages. */
  policy?: string
  /** The text of a script that runs before Segment's snippet. */
  script?: string
  /** Responds to the request for the beacon's script. */
  beacon?: () => Reply | undefined | Promise<Reply | undefined>
}

/** The nonce of the pages' scripts. */
export const NONCE = 'abc'

const SCRIPT_HEADERS = { 'content-type': 'text/javascript' }

/** The reply with the script of a fake beacon. */
export const BEACON: Reply = { headers: SCRIPT_HEADERS, body: BEACON_SCRIPT }

/** Without `no-store`, a site could get the settings or the beacon of an earlier one from the browser's cache. */
const OTHER_HOST_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'cache-control': 'no-store'
}

/** A site that uses Segment, in one of the engines. The proxy responds to all requests. */
export class EngineSite {
  /** The URLs of all requests. */
  private readonly requests: string[] = []
  private readonly segmentRequests: Record<string, unknown>[] = []
  private readonly pages: EnginePage[] = []

  /** Each site has a host of its own, because the sites of an engine share its storage. */
  constructor(
    private readonly engine: Engine,
    private readonly origin: string,
    private readonly options: EngineSiteOptions
  ) {}

  /** Opens a page of the site in a new tab. */
  async openPage(): Promise<EnginePage> {
    const page = new EnginePage(await this.engine.openTab())
    this.pages.push(page)
    await page.open(`${this.origin}/`)
    return page
  }

  /** Opens the next page of the site in a tab. */
  openNextPage(page: EnginePage): Promise<void> {
    return page.open(`${this.origin}/next`)
  }

  /** The events that reached Segment. Its other requests are its own metrics. */
  get segmentEvents(): Record<string, unknown>[] {
    return this.segmentRequests.filter(({ type }) => type)
  }

  /** Waits until this many events have reached Segment. */
  waitForSegmentEvents(count: number): Promise<void> {
    return waitUntil(
      () => this.segmentEvents.length >= count,
      () => `${this.segmentEvents.length} of ${count} events`
    )
  }

  /** How often the beacon's script was requested. */
  get beaconRequests(): number {
    return this.requests.filter((url) => url === BEACON_URL).length
  }

  /** Responds to any request of the browser. */
  readonly respond: Respond = async (request) => {
    this.requests.push(request.url.href)
    const reply = await this.findReply(request)
    const isDocument = request.url.origin === this.origin
    return reply && { ...reply, headers: { ...reply.headers, ...(!isDocument && OTHER_HOST_HEADERS) } }
  }

  private findReply({ url, body }: ProxyRequest): Reply | undefined | Promise<Reply | undefined> {
    if (url.href === BEACON_URL) return (this.options.beacon ?? (() => BEACON))()
    if (url.origin === this.origin) return url.pathname === '/favicon.ico' ? { status: 404 } : this.createDocument()
    if (url.host === 'cdn.segment.com') {
      const file = getSegmentFile(url.pathname, this.options)
      return { headers: { 'content-type': file.contentType }, body: file.body }
    }
    if (url.host !== 'api.segment.io') return undefined
    if (body) this.segmentRequests.push(JSON.parse(body) as Record<string, unknown>)
    return { headers: { 'content-type': 'application/json' }, body: '{"success":true}' }
  }

  private createDocument(): Reply {
    const { policy, script = '' } = this.options
    const scripts = [`(${recordPage.toString()})()`, script, SNIPPET, `(${startRecording.toString()})()`]
    const elements = scripts.map((text) => `<script nonce="${NONCE}">{${text}}</script>`)
    return {
      headers: { 'content-type': 'text/html', ...(policy && { 'content-security-policy': policy }) },
      body: `<!doctype html><title>Shop</title>${elements.join('')}`
    }
  }

  /** The uncaught errors of all open pages. */
  async getProblems(): Promise<string[]> {
    return (await Promise.all(this.pages.map((page) => page.getProblems()))).flat()
  }

  async close(): Promise<void> {
    for (const page of this.pages) await page.close()
  }
}
