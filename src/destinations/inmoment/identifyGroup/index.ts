import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { toProperties } from '../conversions/properties'
import { toText } from '../conversions/text'
import { usableObject } from '../conversions/usable'
import { performWith } from '../deliver'
import { booleanField, objectField, textField } from '../fields'
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
    traits: objectField('Traits', 'Group traits.', '$.traits'),
    addTraitsToProperties: booleanField(
      'Add Group Traits to Properties',
      "Also send the group's ID and traits as user properties with the prefix group_, so that responses can be filtered by group.",
      false
    )
  },
  perform: performWith((payload, warn) => {
    const group: Info = usableObject(payload.traits, 'traits', warn) ?? {}
    const id = toText(payload.groupId, 'groupId', warn)
    if (id) group.id = id
    else if (id === null) delete group.id
    // Flattening the property `group` adds the prefix.
    const groupProperties = payload.addTraitsToProperties === true ? toProperties({ group }, 'traits', warn) : null
    return { group, groupProperties, command: 'group' }
  })
}

export default action
