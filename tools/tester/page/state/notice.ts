import { createStore } from './create-store'

export interface Notice {
  text: string
  isError: boolean
}

/** A message below the header. */
export const notice = createStore<Notice | undefined>(undefined)

export function showNotice(text: string): void {
  notice.set({ text, isError: false })
}

export function showError(text: string): void {
  notice.set({ text, isError: true })
}
