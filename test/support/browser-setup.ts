import unpackChromium from './chromium-setup'
import { startDemo } from './served-tester'
import { running } from './running-tester'

/** Jest globalSetup: the browser, and the page of `npm start` once for all test files, as each start builds it. */
export default async function setUp(): Promise<void> {
  const [demo] = await Promise.all([startDemo(), unpackChromium()])
  running.demo = demo
  process.env.DEMO_URL = demo.url
}
