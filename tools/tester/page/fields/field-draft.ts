import type { JSONLike } from '@segment/actions-core'
import { findJsonProblem } from '../json/json-problem'
import { formatInput, getInputKind, parseInput, type FieldShape, type InputKind } from './field-input'

/** What you entered for a field, also for the kinds of value that are not selected. */
export interface FieldDraft {
  kind: InputKind
  texts: Partial<Record<InputKind, string>>
  /** The mapped value, to detect changes from elsewhere. */
  value: JSONLike | undefined
}

export function createDraft(value: JSONLike | undefined, shape: FieldShape): FieldDraft {
  const kind = getInputKind(value, shape)
  return { kind, texts: { [kind]: formatInput(value, kind) }, value }
}

/** The draft with the value, if the value changed elsewhere: by an import, a reset or an undo. */
export function syncDraft(draft: FieldDraft, value: JSONLike | undefined, shape: FieldShape): FieldDraft {
  if (JSON.stringify(draft.value) === JSON.stringify(value)) return draft
  const changed = createDraft(value, shape)
  return { ...changed, texts: { ...draft.texts, ...changed.texts } }
}

export function getDraftText({ kind, texts }: FieldDraft): string {
  return texts[kind] ?? ''
}

/** Keeps the value while the JSON is not valid. */
export function changeDraftText(draft: FieldDraft, text: string, shape: FieldShape): FieldDraft {
  const { kind, value, texts } = draft
  const isInvalid = kind === 'json' && findJsonProblem(text) !== undefined
  return { kind, texts: { ...texts, [kind]: text }, value: isInvalid ? value : parseInput(text, kind, shape) }
}

/** Restores the text of a kind that you used before. Otherwise converts the value. */
export function changeDraftKind(draft: FieldDraft, kind: InputKind, shape: FieldShape): FieldDraft {
  const { value, texts } = draft
  const start = kind === 'fixed' && shape.type === 'boolean' ? String(value === true) : formatInput(value, kind)
  return changeDraftText({ ...draft, kind }, texts[kind] ?? start, shape)
}
