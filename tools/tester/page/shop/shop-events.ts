import { sendCall } from '../segment/send-call'
import { CURRENCY, type Product } from './products'

export interface CartLine {
  product: Product
  quantity: number
}

export function getTotal(lines: readonly CartLine[]): number {
  return lines.reduce((total, { product, quantity }) => total + product.price * quantity, 0)
}

// Event and property names from https://segment.com/docs/connections/spec/ecommerce/v2/

export function trackProductAdded(product: Product, cartId: string): void {
  sendCall({
    type: 'track',
    event: 'Product Added',
    properties: { cart_id: cartId, ...product, quantity: 1, currency: CURRENCY }
  })
}

export function trackOrderCompleted(lines: readonly CartLine[], orderId: string): void {
  const total = getTotal(lines)
  sendCall({
    type: 'track',
    event: 'Order Completed',
    properties: {
      order_id: orderId,
      total,
      revenue: total,
      currency: CURRENCY,
      products: lines.map(({ product, quantity }) => ({ ...product, quantity }))
    }
  })
}
