import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { toText } from '../conversions/text'
import { usableObject } from '../conversions/usable'
import { performWith } from '../deliver'
import { objectField, textField } from '../fields'
import type { Settings } from '../generated-types'
import type { Info } from '../wootric/types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Identify Group',
  description: 'Associate the user with a group, such as a company. Does not request a survey.',
  platform: 'web',
  defaultSubscription: 'type = "group"',
  fields: {
    groupId: textField('Group ID', 'The ID of the group.', '$.groupId'),
    traits: objectField('Traits', 'Group traits.', '$.traits')
  },
  perform: performWith((payload, warn) => {
    const group: Info = usableObject(payload.traits, 'traits', warn) ?? {}
    const id = toText(payload.groupId, 'groupId', warn)
    if (id) group.id = id
    else if (id === null) delete group.id
    return { group, command: 'group' }
  })
}

export default action
