import { sendCall } from '../segment/send-call'
import { CURRENCY, type Product } from './products'

/** A product and how often it lies in the cart. */
export interface CartLine {
  product: Product
  quantity: number
}

export function cartTotal(lines: readonly CartLine[]): number {
  return lines.reduce((total, { product, quantity }) => total + product.price * quantity, 0)
}

/** Names and properties are those of Segment's ecommerce spec. */
export function trackProductAdded(product: Product, cartId: string): void {
  sendCall({
    type: 'track',
    event: 'Product Added',
    properties: { cart_id: cartId, ...product, quantity: 1, currency: CURRENCY }
  })
}

export function trackOrderCompleted(lines: readonly CartLine[], orderId: string): void {
  const total = cartTotal(lines)
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
