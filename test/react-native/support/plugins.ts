import { DestinationPlugin, Plugin, PluginType } from '@segment/analytics-react-native'
import type { SegmentClient, SegmentEvent } from '@segment/analytics-react-native'

/** A plugin of an app that changes, delays or drops events before they reach destinations. */
export class EnrichmentPlugin extends Plugin {
  override type = PluginType.enrichment

  constructor(private readonly enrich: (event: SegmentEvent) => Promise<SegmentEvent | undefined>) {
    super()
  }

  override execute(event: SegmentEvent): Promise<SegmentEvent | undefined> {
    return this.enrich(event)
  }
}

/** Gets the client when it has restored its stores, before any event. */
export class ObserverPlugin extends Plugin {
  constructor(private readonly onConfigure: (client: SegmentClient) => void) {
    super()
  }

  override configure(client: SegmentClient): void {
    super.configure(client)
    this.onConfigure(client)
  }
}

/** Delays all events by a time in milliseconds. */
export function createDelay(duration: number): EnrichmentPlugin {
  return new EnrichmentPlugin(async (event) => {
    await wait(duration)
    return event
  })
}

/** Drops the events that `isDropped` selects. */
export function createFilter(isDropped: (event: SegmentEvent) => boolean): EnrichmentPlugin {
  return new EnrichmentPlugin((event) => Promise.resolve(isDropped(event) ? undefined : event))
}

/** Another destination in the same client, with a record of its calls. */
export class OtherDestination extends DestinationPlugin {
  override key = 'Other'
  readonly calls: string[] = []

  override configure(client: SegmentClient): void {
    super.configure(client)
    this.calls.push('configure')
  }

  override execute(event: SegmentEvent): Promise<SegmentEvent | undefined> {
    this.calls.push(event.type)
    return super.execute(event)
  }

  override reset(): void {
    this.calls.push('reset')
  }

  override flush(): void {
    this.calls.push('flush')
  }
}

function wait(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration))
}
