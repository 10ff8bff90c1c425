import { useEffect, useRef } from 'react'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, linter, lintKeymap } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import { findJsonProblem } from './json-problem'

/** In milliseconds. */
const LINT_DELAY = 150

interface JsonEditorProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Returns a message if the parsed value is not valid. */
  check?: (value: unknown) => string | undefined
  describedBy?: string
}

/** The Tab key is not bound, so that keyboard users can leave the editor. */
export function JsonEditor({ label, value, onChange, check, describedBy }: JsonEditorProps) {
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useRef({ value, onChange, check })
  useEffect(() => {
    latest.current = { value, onChange, check }
  })

  useEffect(() => {
    if (!container.current) return
    const editor = new EditorView({
      parent: container.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          json(),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(classHighlighter),
          lintGutter(),
          linter(
            ({ state }) => {
              const problem = findJsonProblem(state.doc.toString(), latest.current.check)
              return problem ? [{ ...problem, severity: 'error' }] : []
            },
            { delay: LINT_DELAY }
          ),
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            ...(describedBy === undefined ? undefined : { 'aria-describedby': describedBy })
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          })
        ]
      })
    })
    view.current = editor
    return () => editor.destroy()
  }, [label, describedBy])

  useEffect(() => {
    const editor = view.current
    const text = editor?.state.doc.toString()
    if (editor && text !== value) editor.dispatch({ changes: { from: 0, to: text?.length ?? 0, insert: value } })
  }, [value])

  return <div ref={container} className="json-editor" />
}
