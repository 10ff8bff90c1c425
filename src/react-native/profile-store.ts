import type { SegmentClient } from '@segment/analytics-react-native'
import { AsyncStoragePersistor } from '@segment/sovran-react-native'
import type { Persistor } from '@segment/sovran-react-native'
import { isObject } from '../destinations/inmoment/is-object'
import { parseHistory } from './inherited-history'
import type { InheritedState } from './inherited-history'
import type { Profile } from './profile'

/** What the plugin keeps on the device. */
export interface StoredRecord {
  profile?: Profile
  /** The inherited traits, whose values are in the client's own store. Missing if there are none. */
  history?: InheritedState[]
}

/** Stores a record next to the stores of Segment's client, with the client's persistor. Never rejects. */
export class ProfileStore {
  private readonly key: string
  private readonly persistor: Persistor
  private saved: Promise<unknown> = Promise.resolve()

  constructor(client: SegmentClient) {
    const { writeKey, storePersistor } = client.getConfig()
    this.key = `${writeKey}-inmoment`
    this.persistor = storePersistor ?? AsyncStoragePersistor
  }

  /** Returns an empty record if there is none, or if the store fails. */
  async load(): Promise<StoredRecord> {
    try {
      const { profile, history } = (await this.persistor.get<StoredRecord>(this.key)) ?? {}
      return { profile: isObject(profile?.traits) ? profile : undefined, history: parseHistory(history) }
    } catch {
      return {}
    }
  }

  /** Saves one record after the other, so that the newest one stays. */
  save(record: StoredRecord): void {
    this.saved = this.saved.then(() => this.persistor.set(this.key, record)).catch(() => undefined)
  }
}
