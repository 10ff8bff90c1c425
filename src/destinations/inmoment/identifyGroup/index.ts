import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { convertProperties } from '../conversions/properties'
import { convertText } from '../conversions/text'
import { copyUsableObject } from '../conversions/copy-usable'
import { createPerform } from '../perform'
import { createBooleanField, createObjectField, createTextField } from '../fields'
import type { Settings } from '../generated-types'
import type { Info } from '../wootric/types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Identify Group',
  description: 'Associate the user with a group, such as a company. Does not request a survey.',
  platform: 'web',
  defaultSubscription: 'type = "group"',
  fields: {
    groupId: createTextField('Group ID', 'The ID of the group.', '$.groupId'),
    traits: createObjectField('Traits', 'Group traits.', '$.traits'),
    addTraitsToProperties: createBooleanField(
      'Add Group Traits to Properties',
      "Also send the group's ID and traits as user properties with the prefix group_, so that responses can be filtered by group.",
      false
    )
  },
  perform: createPerform((payload, warn) => {
    const group: Info = copyUsableObject(payload.traits, 'traits', warn) ?? {}
    const id = convertText(payload.groupId, 'groupId', warn)
    if (id) group.id = id
    else if (id === null) delete group.id
    // Flattening adds the prefix `group_`.
    const groupProperties = payload.addTraitsToProperties === true ? convertProperties({ group }, 'traits', warn) : null
    return { group, groupProperties, command: 'group' }
  })
}

export default action
