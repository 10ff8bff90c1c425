/** Options of fast-check for any value that a page can have, beyond JSON. */
export const ANY_VALUE = {
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true
}
