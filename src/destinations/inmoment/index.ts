import { browserDestination } from '@segment/browser-destination-runtime/shim'
import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'
import type { InMomentClient } from './client'
import { defaultMapping } from './default-mapping'
import type { Settings } from './generated-types'
import identifyGroup from './identifyGroup'
import identifyUser from './identifyUser'
import { start } from './start'
import trackEvent from './trackEvent'
import trackPage from './trackPage'

/** The destination as Segment's app and runtime read it. The client is missing in `perform` until it has started. */
export const destination: BrowserDestinationDefinition<Settings, InMomentClient | undefined> = {
  name: 'InMoment (Actions)',
  slug: 'actions-inmoment',
  mode: 'device',
  description: 'Show InMoment (formerly Wootric) surveys to your users, on the events that you choose.',
  settings: {
    accountToken: {
      label: 'Account Token',
      description:
        "Your unique account token, from InMoment's settings. It looks like NPS-4aeb53c1, or NPS-EU-… and NPS-AU-… in those regions.",
      type: 'string',
      required: true
    },
    clientId: {
      label: 'Client ID',
      description:
        "Your client id, from InMoment's settings under API. Only mobile apps need it; it is never sent on the web.",
      type: 'string',
      required: false
    },
    restoreUser: {
      label: 'Restore the User on Page Load',
      description:
        'Tell InMoment on each page who the user is before the first event, where Segment knows it from an earlier page. Uses the mappings of Identify User, and asks for no survey.',
      type: 'boolean',
      default: true
    },
    surveyEvents: {
      label: 'Survey Events',
      description:
        'What comes back to Segment, as the track events InMoment Survey Shown, InMoment Survey Declined and InMoment Survey Response Submitted. A response text may hold personal data.',
      type: 'string',
      choices: [
        { value: 'off', label: 'Off' },
        { value: 'scores', label: 'Shown, declined and scores' },
        { value: 'scoresAndText', label: 'Shown, declined and scores, with the response text' }
      ],
      default: 'off'
    },
    testMode: {
      label: 'Test Mode',
      description:
        'Show a survey at every request, while you set InMoment up. Not for production: users would be asked again and again.',
      type: 'boolean',
      default: false
    }
  },
  presets: [
    {
      name: 'Identify User',
      subscribe: 'type = "identify"',
      partnerAction: 'identifyUser',
      mapping: defaultMapping(identifyUser.fields),
      type: 'automatic'
    },
    {
      name: 'Track Event',
      subscribe: 'type = "track"',
      partnerAction: 'trackEvent',
      mapping: defaultMapping(trackEvent.fields),
      type: 'automatic'
    },
    {
      name: 'Track Page',
      subscribe: 'type = "page"',
      partnerAction: 'trackPage',
      mapping: defaultMapping(trackPage.fields),
      type: 'automatic'
    },
    {
      name: 'Identify Group',
      subscribe: 'type = "group"',
      partnerAction: 'identifyGroup',
      mapping: defaultMapping(identifyGroup.fields),
      type: 'automatic'
    }
  ],
  initialize: ({ settings, analytics }) => start(settings, analytics),
  actions: { identifyUser, trackEvent, trackPage, identifyGroup }
}

export default browserDestination(destination)
