import { useState } from 'react'
import { ProductPicture } from './ProductPicture'
import { formatPrice, products, type Product } from './products'
import { getTotal, trackOrderCompleted, trackProductAdded, type CartLine } from './shop-events'

const HUES = [150, 28, 265]

function createId(): string {
  return crypto.randomUUID().slice(0, 8)
}

function addToCart(lines: readonly CartLine[], product: Product): CartLine[] {
  return lines.some((line) => line.product === product)
    ? lines.map((line) => (line.product === product ? { ...line, quantity: line.quantity + 1 } : line))
    : [...lines, { product, quantity: 1 }]
}

export function Shop() {
  const [cartId, setCartId] = useState(createId)
  const [lines, setLines] = useState<readonly CartLine[]>([])
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)

  function add(product: Product): void {
    setLines(addToCart(lines, product))
    trackProductAdded(product, cartId)
  }

  function placeOrder(): void {
    trackOrderCompleted(lines, createId())
    setLines([])
    setCartId(createId())
  }

  return (
    <section className="shop" aria-labelledby="shop-name">
      <h3 id="shop-name">Juniper Coffee</h3>
      <p className="hint">An example shop that sends Segment ecommerce events</p>
      <ul className="products">
        {products.map((product, index) => (
          <li key={product.sku} className="product">
            <ProductPicture hue={HUES[index] ?? 0} />
            <h4>{product.name}</h4>
            <p className="price">{formatPrice(product.price)}</p>
            <button
              type="button"
              className="secondary"
              aria-label={`Add to cart: ${product.name}`}
              onClick={() => add(product)}
            >
              Add to cart
            </button>
          </li>
        ))}
      </ul>
      <div className="cart">
        <p role="status">
          {count === 0
            ? 'Your cart is empty'
            : `${count} ${count === 1 ? 'item' : 'items'} · ${formatPrice(getTotal(lines))}`}
        </p>
        <button type="button" className="primary" disabled={count === 0} onClick={placeOrder}>
          Place order
        </button>
      </div>
    </section>
  )
}
