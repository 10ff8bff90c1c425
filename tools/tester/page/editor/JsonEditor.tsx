import { useEffect, useRef } from 'react'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, linter, lintKeymap, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import { jsonProblem, type TextProblem } from './json-problem'

const LINT_DELAY = 150

interface JsonEditorProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong beyond the JSON itself. */
  check?: (value: unknown) => string | undefined
  describedBy?: string
}

function diagnosticsOf(problem: TextProblem | undefined): Diagnostic[] {
  return problem ? [{ ...problem, severity: 'error' }] : []
}

/** The tab key is left alone: it leads out of the editor. */
export function JsonEditor({ label, value, onChange, check, describedBy }: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useRef({ value, onChange, check })
  useEffect(() => {
    latest.current = { value, onChange, check }
  })

  useEffect(() => {
    if (!host.current) return
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          json(),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(classHighlighter),
          lintGutter(),
          linter(({ state }) => diagnosticsOf(jsonProblem(state.doc.toString(), latest.current.check)), {
            delay: LINT_DELAY
          }),
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
    const shown = editor?.state.doc.toString()
    if (editor && shown !== value) editor.dispatch({ changes: { from: 0, to: shown?.length ?? 0, insert: value } })
  }, [value])

  return <div ref={host} className="json-editor" />
}
