import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import type { InMomentClient } from '../client'
import { toText } from '../conversions/text'
import { usableObject } from '../conversions/usable'
import { firstOf } from '../first-of'
import type { Settings } from '../generated-types'
import { performWith } from '../start'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, InMomentClient | undefined, Payload> = {
  title: 'Track Page',
  description: 'Tell InMoment which page is shown, for Targeted Sampling. Asks for no survey.',
  platform: 'web',
  defaultSubscription: 'type = "page"',
  fields: {
    name: {
      label: 'Page Name',
      description: 'The name of the page.',
      type: 'string',
      default: firstOf('$.properties.name', '$.name')
    },
    path: {
      label: 'Page Path',
      description: 'The path of the page.',
      type: 'string',
      default: firstOf('$.properties.path', '$.context.page.path')
    },
    url: {
      label: 'Page URL',
      description: 'The full address of the page.',
      type: 'string',
      default: firstOf('$.properties.url', '$.context.page.url')
    },
    title: {
      label: 'Page Title',
      description: 'The title of the page.',
      type: 'string',
      default: firstOf('$.properties.title', '$.context.page.title')
    },
    referrer: {
      label: 'Referrer',
      description: 'The address of the page from which the user came.',
      type: 'string',
      default: firstOf('$.properties.referrer', '$.context.page.referrer')
    },
    properties: {
      label: 'Properties',
      description: 'What else InMoment should know of the page.',
      type: 'object',
      defaultObjectUI: 'keyvalue',
      additionalProperties: true,
      default: { '@path': '$.properties' }
    }
  },
  perform: performWith((client, payload, context, warn) => {
    const pageInfo: Record<string, unknown> = usableObject(payload.properties, 'properties', warn) ?? {}
    for (const key of ['name', 'path', 'url', 'title', 'referrer'] as const) {
      // An empty text is an answer too: a page without a referrer has an empty one.
      const value = payload[key] === '' ? '' : toText(payload[key], key, warn)
      if (value === null) delete pageInfo[key]
      else if (value !== undefined) pageInfo[key] = value
    }
    client.tell(context.event, 'page', { page_info: pageInfo })
  })
}

export default action
