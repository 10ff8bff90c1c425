export interface Product {
  product_id: string
  sku: string
  name: string
  category: string
  price: number
}

export const CURRENCY = 'EUR'

export const products: readonly Product[] = [
  { product_id: '507f1f77', sku: 'JC-HIG-250', name: 'Highland Roast', category: 'Filter', price: 14.5 },
  { product_id: '505bd76b', sku: 'JC-HAR-250', name: 'Harbor Espresso', category: 'Espresso', price: 13 },
  { product_id: '57f6b1c2', sku: 'JC-MEA-250', name: 'Meadow Decaf', category: 'Decaf', price: 12 }
]

const priceFormat = new Intl.NumberFormat('en-IE', { style: 'currency', currency: CURRENCY })

export function formatPrice(price: number): string {
  return priceFormat.format(price)
}
