/** Another destination of the source. It records its events. */
export const OTHER_DESTINATION = {
  name: 'Other',
  libraryName: 'otherDestination',
  script: `
    window.otherEvents = []
    window.otherDestination = () => {
      const record = (context) => {
        otherEvents.push(context.event)
        return context
      }
      return {
        name: 'Other',
        version: '1.0.0',
        type: 'destination',
        isLoaded: () => true,
        load: () => Promise.resolve(),
        identify: record,
        track: record,
        page: record,
        group: record
      }
    }`
}
