import type { ReadElsewhere } from './unread-settings'

export const readElsewhere: ReadElsewhere = {
  clientId: 'Segment’s InMoment integrations for iOS and Android'
}
