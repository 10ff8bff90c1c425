import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, firefox, webkit } from 'playwright-core'
import { globSync } from 'tinyglobby'

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit'

export interface FoundEngine {
  name: EngineName
  path: string
  version: string
  /** Playwright drives its own builds and every Chromium. */
  driver: 'playwright' | 'bidi' | 'webdriver'
  /** Whether the browser keeps pages in its back/forward cache. Playwright's own builds do not, except Chromium. */
  hasBackForwardCache: boolean
}

export interface MissingEngine {
  name: EngineName
  /** What was not found, and how to install the engine. */
  missing: string
}

type Candidate = Omit<FoundEngine, 'name' | 'version'>

/** How to find each engine. If it is not found: why, and which packages of Debian and Ubuntu have it. */
const ENGINES = [
  { name: 'Chromium', find: findChromium, problem: 'found no Chromium or Chrome', packages: 'chromium' },
  { name: 'Firefox', find: findFirefox, problem: 'found no Firefox', packages: 'firefox-esr' },
  {
    name: 'WebKit',
    find: findWebKit,
    problem: 'found no MiniBrowser, WebKitWebDriver or Xvfb',
    packages: 'webkit2gtk-driver xvfb'
  }
] as const

/** Finds a browser of each engine: the one that an environment variable names, then an installed one, then Playwright's. */
export function findEngines(): (FoundEngine | MissingEngine)[] {
  return ENGINES.map(({ name, find, problem, packages }) => {
    const candidate = find()
    if (candidate) return { name, ...candidate, version: readVersion(candidate.path) }
    const build = `npx playwright-core install --with-deps ${name.toLowerCase()}`
    return { name, missing: `${problem}. Install with: apt-get install ${packages}, or: ${build}` }
  })
}

function findChromium(): Candidate | undefined {
  const path = [
    process.env.CHROMIUM_PATH,
    findProgram('chromium'),
    findProgram('google-chrome'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath()
  ].find(isProgram)
  if (path) return { path, driver: 'playwright', hasBackForwardCache: true }
  // The headless shell of the npm package has no back/forward cache.
  const shell = `${process.env.CHROMIUM_DIR}/chromium`
  return isProgram(shell) ? { path: shell, driver: 'playwright', hasBackForwardCache: false } : undefined
}

function findFirefox(): Candidate | undefined {
  const path = [
    process.env.FIREFOX_PATH,
    findProgram('firefox-esr'),
    findProgram('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox'
  ].find(isProgram)
  return path ? { path, driver: 'bidi', hasBackForwardCache: true } : findPlaywrightBuild(firefox.executablePath())
}

function findWebKit(): Candidate | undefined {
  const [path] = globSync(['/usr/lib{,64,exec}/{,*/}{webkit2gtk-4.*,webkitgtk-6.*}/MiniBrowser'], { absolute: true })
  const hasDisplay = Boolean(process.env.DISPLAY) || findProgram('Xvfb') !== undefined
  return path && hasDisplay && findProgram('WebKitWebDriver')
    ? { path, driver: 'webdriver', hasBackForwardCache: true }
    : findPlaywrightBuild(webkit.executablePath())
}

function findPlaywrightBuild(path: string): Candidate | undefined {
  return isProgram(path) ? { path, driver: 'playwright', hasBackForwardCache: false } : undefined
}

function findProgram(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram)
}

function isProgram(path: string | undefined): path is string {
  try {
    accessSync(path ?? '', constants.X_OK)
    return true
  } catch {
    return false
  }
}

function readVersion(path: string): string {
  try {
    const text = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return /\d+\.[\w.]+/.exec(text)?.[0] ?? 'of an unknown version'
  } catch {
    return 'of an unknown version'
  }
}
