import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import type { InMomentClient } from '../client'
import { toText } from '../conversions/text'
import { usableObject } from '../conversions/usable'
import type { Settings } from '../generated-types'
import { performWith } from '../start'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, InMomentClient | undefined, Payload> = {
  title: 'Identify Group',
  description: 'Tell InMoment to which group, such as a company, the user belongs. Asks for no survey.',
  platform: 'web',
  defaultSubscription: 'type = "group"',
  fields: {
    groupId: {
      label: 'Group ID',
      description: 'The id of the group.',
      type: 'string',
      default: { '@path': '$.groupId' }
    },
    traits: {
      label: 'Traits',
      description: 'What else InMoment should know of the group.',
      type: 'object',
      defaultObjectUI: 'keyvalue',
      additionalProperties: true,
      default: { '@path': '$.traits' }
    }
  },
  perform: performWith((client, payload, context, warn) => {
    const groupInfo: Record<string, unknown> = usableObject(payload.traits, 'traits', warn) ?? {}
    const id = toText(payload.groupId, 'groupId', warn)
    if (id) groupInfo.id = id
    else if (id === null) delete groupInfo.id
    client.tell(context.event, 'group', { group_info: groupInfo })
  })
}

export default action
