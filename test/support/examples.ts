import { exec } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { openSite, SITE_URL, type Site, type SiteOptions } from './site'
import { ROOT } from './run'
import { SiteProject } from './site-project'

const NOT_COPIED = ['node_modules', 'dist']

/** Copies the examples into a project that has installed the package. */
export function installExamples(): SiteProject {
  const project = new SiteProject(['@segment/analytics-next', 'react', 'react-dom', 'wouter'])
  cpSync(join(ROOT, 'examples'), project.folder, {
    recursive: true,
    filter: (source) => !NOT_COPIED.includes(basename(source))
  })
  return project
}

/** Runs an example's own build script, in development mode. Without npm, which takes longer than the builds. */
export async function buildExample(folder: string): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { build: string } }
  const path = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  // StrictMode runs effects twice only in development.
  await promisify(exec)(scripts.build, { cwd: folder, env: { ...process.env, PATH: path, NODE_ENV: 'development' } })
}

/** Opens a folder's page as a site. */
export function openExample(browser: Browser, folder: string, options: SiteOptions = {}): Promise<Site> {
  return openSite(browser, {
    ...options,
    prepare: async (page) => {
      await page.route(`${SITE_URL}**`, (route) => {
        const { pathname } = new URL(route.request().url())
        return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) })
      })
    }
  })
}
