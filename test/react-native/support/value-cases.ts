import type { PropertyValue } from '../../../src/destinations/inmoment/wootric/types'
import type { ValueOptions } from '../../../src/react-native/options'

/** A user and perhaps an event, and what InMoment receives for the survey: on the web and in a mobile app. */
export interface ValueCase {
  title: string
  /** Default: `ann`. `null` for a visitor. */
  userId?: string | null
  traits?: Record<string, unknown>
  /** The properties of the event that requests the survey. Without them, no event does. */
  event?: Record<string, unknown>
  options?: Omit<ValueOptions, 'phoneNumber'>
  expected: ExpectedValues
  /** The names in the warnings. */
  warned?: string[]
}

export interface ExpectedValues {
  email?: string
  createdAt?: number
  language?: string
  externalId?: string
  productName?: string
  audience?: string
  /** The value on the web, and its text in an app. Without a text, an app does not send the property. */
  properties?: Record<string, [web: PropertyValue, mobile?: string]>
}

const MOMENT = 1533310126

const DATES: [format: string, createdAt: unknown][] = [
  ['ISO 8601', '2018-08-03T15:28:46.493Z'],
  ['ISO 8601 with a zone', '2018-08-03T17:28:46+02:00'],
  ['a database', '2018-08-03 15:28:46 UTC'],
  ['HTTP', 'Fri, 03 Aug 2018 15:28:46 GMT'],
  ['a Date', new Date(MOMENT * 1000)],
  ['seconds', MOMENT],
  ['milliseconds', MOMENT * 1000],
  ['seconds as text', '1533310126']
]

const NO_DATES: [kind: string, createdAt: unknown][] = [
  ['a date before 1970', '1969-07-20'],
  ['the value for no date of the mobile SDKs', -1],
  ['zero', 0],
  ['a month that does not exist', '2018-13-01'],
  ['an hour that does not exist', '2018-08-03T25:00:00Z'],
  ['a minute that does not exist', '2018-08-03T15:60:00Z'],
  ['a day that does not exist', '2018-02-30'],
  ['slashes', '08/03/2018'],
  ['microseconds', MOMENT * 1_000_000],
  ['ordinary text', 'yesterday'],
  ['an object', { seconds: MOMENT }]
]

const LANGUAGES = [
  ['EN', 'EN'],
  ['en-US', 'EN'],
  ['pt_BR', 'PT'],
  ['zh-Hant-TW', 'ZH_HANT'],
  ['nb-NO', 'NO']
] as const

export const VALUE_CASES: ValueCase[] = [
  {
    title: 'a user with the traits that the survey uses',
    traits: { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'en-US', plan: 'pro' },
    expected: {
      email: 'ann@example.com',
      createdAt: MOMENT,
      language: 'EN',
      properties: { language: ['en-US', 'en-US'], plan: ['pro', 'pro'] }
    }
  },
  {
    title: 'a user without traits',
    expected: { properties: {} }
  },
  {
    title: 'a visitor with traits',
    userId: null,
    traits: { email: 'lead@example.com', plan: 'free' },
    expected: { email: 'lead@example.com', properties: { plan: ['free', 'free'] } }
  },
  {
    title: 'a user ID that is an email address',
    userId: ' ann@example.com ',
    traits: { plan: 'pro' },
    expected: { email: 'ann@example.com', properties: { plan: ['pro', 'pro'] } }
  },
  {
    title: 'such a user ID and another email',
    userId: 'ann@example.com',
    traits: { email: ' ann@work.example ' },
    expected: { email: 'ann@work.example', properties: {} }
  },
  {
    title: 'such a user ID and a blank email',
    userId: 'ann@example.com',
    traits: { email: '  ' },
    expected: { email: 'ann@example.com', properties: {} }
  },
  {
    title: 'an email that is not text',
    traits: { email: ['ann@example.com'], plan: 'pro' },
    expected: { properties: { plan: ['pro', 'pro'] } },
    warned: ['email']
  },
  {
    title: 'traits with other names, in order of preference',
    traits: { Email: 'other@example.com', email: 'ann@example.com', created: 1, created_at: 2, createdAt: MOMENT },
    expected: {
      email: 'ann@example.com',
      createdAt: MOMENT,
      properties: { Email: ['other@example.com', 'other@example.com'] }
    }
  },
  {
    title: 'traits with names of the classic integration',
    traits: { Email: 'ann@example.com', Created_At: MOMENT },
    expected: {
      email: 'ann@example.com',
      createdAt: MOMENT,
      properties: { Email: ['ann@example.com', 'ann@example.com'], Created_At: [MOMENT, '1533310126'] }
    }
  },
  {
    title: 'a name without a value before one with a value',
    traits: { email: null, Email: 'ann@example.com', createdAt: null, created: MOMENT },
    expected: {
      email: 'ann@example.com',
      createdAt: MOMENT,
      properties: { Email: ['ann@example.com', 'ann@example.com'] }
    }
  },
  ...DATES.map(([format, createdAt]) => ({
    title: `a sign-up date as ${format}`,
    traits: { createdAt },
    expected: { createdAt: MOMENT, properties: {} }
  })),
  ...NO_DATES.map(([kind, createdAt]): ValueCase => ({
    title: `a sign-up date that is ${kind}`,
    traits: { createdAt, plan: 'pro' },
    expected: { properties: { plan: ['pro', 'pro'] } },
    warned: ['createdAt']
  })),
  ...LANGUAGES.map(([language, code]): ValueCase => ({
    title: `the language ${language}`,
    traits: { language },
    expected: { language: code, properties: { language: [language, language] } }
  })),
  {
    title: 'a language that InMoment does not have',
    traits: { language: 'ruby' },
    expected: { properties: { language: ['ruby', 'ruby'] } },
    warned: ['language']
  },
  {
    title: 'numbers, booleans and text',
    traits: {
      seats: 12,
      ratio: 0.5,
      debt: -3,
      large: 1e21,
      small: 1e-7,
      none: 0,
      isPaid: true,
      isTrial: false,
      note: ''
    },
    expected: {
      properties: {
        seats: [12, '12'],
        ratio: [0.5, '0.5'],
        debt: [-3, '-3'],
        large: [1e21, '1e+21'],
        small: [1e-7, '1e-7'],
        none: [0, '0'],
        isPaid: [true, 'true'],
        isTrial: [false, 'false'],
        note: ['', '']
      }
    }
  },
  {
    title: 'values that are missing',
    traits: { plan: null, role: undefined, list: [null, 'b'] },
    expected: { properties: { plan: [null], list: [[null, 'b'], ',b'] } }
  },
  {
    title: 'lists, also in lists',
    traits: { tags: ['a', 'b'], mixed: [1, true, 'x'], nested: [['a', 'b'], 'c'], empty: [] },
    expected: {
      properties: {
        tags: [['a', 'b'], 'a,b'],
        mixed: [[1, true, 'x'], '1,true,x'],
        nested: [[['a', 'b'], 'c'], 'a,b,c'],
        empty: [[], '']
      }
    }
  },
  {
    title: 'objects, also in lists',
    traits: { address: { city: 'Rome', geo: { lat: 41.9 } }, products: [{ sku: 'a' }, { sku: 'b', count: 2 }] },
    expected: {
      properties: {
        address_city: ['Rome', 'Rome'],
        address_geo_lat: [41.9, '41.9'],
        products_0_sku: ['a', 'a'],
        products_1_sku: ['b', 'b'],
        products_1_count: [2, '2']
      }
    }
  },
  {
    title: 'dates',
    traits: { trialEnds: '2018-09-20', seen: new Date(MOMENT * 1000), born: '1912-06-23', since: '2018-13-01' },
    expected: {
      properties: {
        trialEnds_date: [1537401600, '1537401600'],
        seen_date: [MOMENT, '1533310126'],
        born_date: [-1815350400, '-1815350400'],
        since: ['2018-13-01', '2018-13-01']
      }
    }
  },
  {
    title: 'names with characters that InMoment forbids',
    traits: { 'plan.name': 'pro', $role: 'admin', 'First Name': 'Ann' },
    expected: { properties: { plan_name: ['pro', 'pro'], _role: ['admin', 'admin'], 'First Name': ['Ann', 'Ann'] } }
  },
  {
    title: 'type suffixes',
    traits: { seats: 12, tags: ['a', 'b'], price_amount: 2.5, trialEnds: '2018-09-20', plan: 'pro' },
    options: { typedPropertyNames: true },
    expected: {
      properties: {
        seats_amount: [12, '12'],
        tags_array: ['a,b', 'a,b'],
        trialEnds_date: [1537401600, '1537401600'],
        plan: ['pro', 'pro']
      }
    },
    warned: ['price_amount']
  },
  {
    title: 'traits that the options name',
    traits: { accountId: 42, team: 'Billing', reader: 'a colleague' },
    options: { externalId: 'accountId', productName: 'team', audience: 'reader' },
    expected: {
      externalId: '42',
      productName: 'Billing',
      audience: 'a colleague',
      properties: { accountId: [42, '42'], team: ['Billing', 'Billing'], reader: ['a colleague', 'a colleague'] }
    }
  },
  {
    title: 'traits that the options name and that are unusable or missing',
    traits: { accountId: { id: 42 }, team: '' },
    options: { externalId: 'accountId', productName: 'team', audience: 'reader', properties: [] },
    expected: { properties: {} },
    warned: ['externalId']
  },
  {
    title: 'selected properties',
    traits: { email: 'ann@example.com', plan: 'pro', phone: '555', address: { city: 'Rome' } },
    event: { total: 12.5, plan: 'free', card: '4111' },
    options: { properties: ['plan', 'address', 'total', 'email'] },
    expected: {
      email: 'ann@example.com',
      properties: { plan: ['free', 'free'], address_city: ['Rome', 'Rome'], total: [12.5, '12.5'] }
    }
  },
  {
    title: 'an event, merged over the user',
    traits: { email: 'ann@example.com', createdAt: MOMENT, language: 'en', plan: 'pro', seats: 3 },
    event: { language: 'de-DE', plan: 'free', total: 12.5 },
    expected: {
      email: 'ann@example.com',
      createdAt: MOMENT,
      language: 'DE',
      properties: { language: ['de-DE', 'de-DE'], plan: ['free', 'free'], seats: [3, '3'], total: [12.5, '12.5'] }
    }
  },
  {
    title: 'an event that clears a property, with dates',
    traits: { plan: 'pro' },
    event: { plan: null, createdAt: '2018-08-03', created_at: '2018-08-03T15:28:46Z' },
    expected: { properties: { plan: [null], created_at_date: [MOMENT, '1533310126'] } }
  },
  {
    title: 'an event in a language that InMoment does not have',
    traits: { language: 'da-DK' },
    event: { language: 'ruby' },
    expected: { language: 'DA', properties: { language: ['ruby', 'ruby'] } },
    warned: ['language']
  },
  {
    title: 'an event with the email of a visitor',
    userId: null,
    traits: { plan: 'free' },
    event: { email: 'lead@example.com' },
    expected: { email: 'lead@example.com', properties: { plan: ['free', 'free'] } }
  },
  {
    title: 'an event with an email of somebody other than the user',
    traits: { plan: 'pro' },
    event: { email: 'friend@example.com', total: 1 },
    expected: { properties: { plan: ['pro', 'pro'], total: [1, '1'] } }
  },
  {
    title: 'an event with an email that is not text',
    userId: null,
    traits: { plan: 'free' },
    event: { email: { home: 'lead@example.com' } },
    expected: { properties: { plan: ['free', 'free'] } },
    warned: ['email']
  }
]
