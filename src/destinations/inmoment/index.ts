import { browserDestination } from '@segment/browser-destination-runtime/shim'
import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'
import { createDefaultMapping } from './fields'
import type { Settings } from './generated-types'
import identifyGroup from './identifyGroup'
import identifyUser from './identifyUser'
import { initialize } from './initialize'
import requestSurvey from './requestSurvey'
import trackEvent from './trackEvent'
import trackPage from './trackPage'

const presets = { identifyUser, trackEvent, trackPage, identifyGroup }

/** The definition of the destination: settings, presets and actions. Segment's app renders its forms from it. */
export const destination: BrowserDestinationDefinition<Settings> = {
  name: 'InMoment (Actions)',
  slug: 'actions-inmoment',
  mode: 'device',
  description: 'Show InMoment (formerly Wootric) surveys to your users, triggered by Segment events.',
  settings: {
    accountToken: {
      label: 'Account Token',
      description:
        'Your InMoment account token, such as NPS-4aeb53c1 (NPS-EU-… or NPS-AU-… for EU and AU accounts). Find it in your InMoment settings.',
      type: 'string',
      required: true
    },
    // Segment's mobile integrations share these settings. InMoment's mobile SDKs also get the ID from InMoment's server.
    clientId: {
      label: 'Client ID',
      description: 'Optional for mobile apps; not used on the web. Find it in your InMoment settings under API.',
      type: 'string',
      required: false
    },
    restoreUser: {
      label: 'Restore User on Page Load',
      description:
        'On page load, restore the user from the last Identify User event that this destination received, before any other event. Does not request a survey.',
      type: 'boolean',
      default: true
    },
    surveyEvents: {
      label: 'Send Survey Events to Segment',
      description:
        'Track survey activity as the events InMoment Survey Shown, InMoment Survey Declined and InMoment Survey Response Submitted. Response text may contain personal data.',
      type: 'string',
      choices: [
        { value: 'off', label: 'Off' },
        { value: 'scores', label: 'Shown, declined and score' },
        { value: 'scoresAndText', label: 'Shown, declined, score and response text' }
      ],
      default: 'off'
    },
    testMode: {
      label: 'Test Mode',
      description: 'Show a survey on every request, ignoring eligibility. Do not enable in production.',
      type: 'boolean',
      default: false
    }
  },
  presets: Object.entries(presets).map(([partnerAction, { title, defaultSubscription = '', fields }]) => ({
    name: title,
    subscribe: defaultSubscription,
    partnerAction,
    mapping: createDefaultMapping(fields),
    type: 'automatic'
  })),
  initialize: ({ settings, analytics }) => Promise.resolve(initialize(settings, analytics)),
  actions: { ...presets, requestSurvey }
}

export default browserDestination(destination)
