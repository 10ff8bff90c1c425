/** A destination that has nothing to do with InMoment, and keeps a list of what it was given. */
export const LEDGER = {
  name: 'Ledger',
  libraryName: 'ledgerDestination',
  script: `
    window.ledger = []
    window.ledgerDestination = () => {
      const take = (context) => {
        ledger.push(context.event)
        return context
      }
      return {
        name: 'Ledger',
        version: '1.0.0',
        type: 'destination',
        isLoaded: () => true,
        load: () => Promise.resolve(),
        identify: take,
        track: take,
        page: take,
        group: take
      }
    }`
}
