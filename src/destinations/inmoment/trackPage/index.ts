import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { convertText } from '../conversions/text'
import { copyUsableObject } from '../conversions/copy-usable'
import { createPerform } from '../perform'
import { createObjectField, createTextField } from '../fields'
import type { Settings } from '../generated-types'
import type { Info } from '../wootric/types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Track Page',
  description: 'Send page information to InMoment for Targeted Sampling. Does not request a survey.',
  platform: 'web',
  defaultSubscription: 'type = "page"',
  fields: {
    name: createTextField('Page Name', 'The name of the page.', '$.properties.name', '$.name'),
    path: createTextField('Page Path', 'The path of the page.', '$.properties.path', '$.context.page.path'),
    url: createTextField('Page URL', 'The full URL of the page.', '$.properties.url', '$.context.page.url'),
    title: createTextField('Page Title', 'The title of the page.', '$.properties.title', '$.context.page.title'),
    referrer: createTextField(
      'Referrer',
      'The URL of the referring page.',
      '$.properties.referrer',
      '$.context.page.referrer'
    ),
    properties: createObjectField('Properties', 'Additional page properties.', '$.properties')
  },
  perform: createPerform((payload, warn) => {
    const page: Info = copyUsableObject(payload.properties, 'properties', warn) ?? {}
    for (const key of ['name', 'path', 'url', 'title', 'referrer'] as const) {
      // An empty string is a value, such as the referrer of a page that was opened directly.
      const value = payload[key] === '' ? '' : convertText(payload[key], key, warn)
      if (value === null) delete page[key]
      else if (value !== undefined) page[key] = value
    }
    return { page, command: 'page' }
  })
}

export default action
