import unpackChromium from '../../../src/__tests__/support/chromium-setup'
import { startDemo } from './served-demo'
import { running } from './running-demo'

/** Jest globalSetup: the browser, and the page of `npm start` once for all test files, as each start builds it. */
export default async function setUp(): Promise<void> {
  const [demo] = await Promise.all([startDemo(), unpackChromium()])
  running.demo = demo
  process.env.DEMO_URL = demo.url
}
