import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { analytics } from './analytics'
import { App } from './App'

void analytics.identify('user-1', { email: 'ada@example.com', createdAt: '2026-01-15' })

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}
