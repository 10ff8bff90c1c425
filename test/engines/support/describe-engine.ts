import { addBackForwardChecks } from '../checks/back-forward'
import { addBeaconChecks } from '../checks/beacon'
import { addDateChecks } from '../checks/dates'
import { addIdentityChecks } from '../checks/identity'
import { addMappingChecks } from '../checks/mapping'
import { addOldestBrowserChecks } from '../checks/oldest-browsers'
import { addSecurityPolicyChecks } from '../checks/security-policy'
import type { AddCheck } from './check'
import type { Engine } from './engine'
import { EngineSite } from './engine-site'
import type { EngineName, FoundEngine } from './find-engines'
import { readFoundEngines } from './found-engines'
import { launchWithPlaywright } from './playwright-engine'
import { launchFirefox } from './firefox-engine'
import { launchWebKit } from './webkit-engine'
import { startProxy, type Proxy } from './proxy'

/** Adds all checks for one engine. If it is not installed, its tests are skipped, or fail with REQUIRE_ENGINES=1. */
export function describeEngine(name: EngineName): void {
  const found = readFoundEngines().find((engine) => engine.name === name)
  if (!found || 'missing' in found) {
    const reason = `not run: ${found?.missing ?? 'unknown'}`
    describe(name, () => {
      if (process.env.REQUIRE_ENGINES) it(reason, () => expect(reason).toBe('installed'))
      else it.skip(reason, () => undefined)
    })
  } else {
    describe(`${name} ${found.version} (${found.path})`, () => addAllChecks(found))
  }
}

function addAllChecks(found: FoundEngine): void {
  let proxy: Proxy
  let engine: Engine | undefined
  let site: EngineSite | undefined
  let lastHost = 0

  beforeAll(async () => {
    proxy = await startProxy((request) => site?.respond(request))
    engine = await launch(found, proxy.port)
  })
  afterAll(async () => {
    await engine?.close()
    proxy.close()
  })
  afterEach(async () => {
    await site?.close()
    site = undefined
  })

  const addCheck: AddCheck = (title, run) => {
    it(title, async () => {
      await run((options = {}) => {
        if (!engine) throw new Error('the engine did not start')
        lastHost += 1
        return (site = new EngineSite(engine, `https://shop-${lastHost}.example`, options))
      })
      expect(await site?.getProblems()).toEqual([])
    })
  }
  addMappingChecks(addCheck)
  addIdentityChecks(addCheck)
  addBeaconChecks(addCheck)
  addSecurityPolicyChecks(addCheck)
  addDateChecks(addCheck)
  addOldestBrowserChecks(addCheck)
  if (found.hasBackForwardCache) addBackForwardChecks(addCheck)
  else it.skip('not checked: the back/forward cache, which this build does not have', () => undefined)
}

function launch({ name, path, driver }: FoundEngine, proxyPort: number): Promise<Engine> {
  if (driver === 'bidi') return launchFirefox(path, proxyPort)
  if (driver === 'webdriver') return launchWebKit(path, proxyPort)
  return launchWithPlaywright(name, path, proxyPort)
}
