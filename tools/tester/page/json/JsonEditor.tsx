import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { json } from '@codemirror/lang-json'
import { foldGutter, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, linter, type Diagnostic } from '@codemirror/lint'
import { openSearchPanel } from '@codemirror/search'
import { Prec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import CodeMirror, { ExternalChange, type BasicSetupOptions, type ReactCodeMirrorRef } from '@uiw/react-codemirror'
import { formatJsonText } from './format-json-text'
import { findJsonProblem } from './json-problem'

/** In milliseconds. */
const LINT_DELAY = 150

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd' : 'Ctrl'

/** Without what hides the system's selection and colors, or completes text. */
const SETUP: BasicSetupOptions = {
  autocompletion: false,
  drawSelection: false,
  dropCursor: false,
  foldGutter: false,
  highlightActiveLine: false,
  highlightActiveLineGutter: false,
  rectangularSelection: false,
  syntaxHighlighting: false,
  tabSize: 2
}

interface JsonEditorProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Returns a message if the parsed value is not valid. */
  check?: (value: unknown) => string | undefined
  /** Replaces `check`: returns all problems of the text. */
  findProblems?: (text: string) => Diagnostic[]
  /** Runs on Ctrl+Enter or Cmd+Enter. */
  onSubmit?: () => void
  /** What `onSubmit` does, as a verb. */
  submitVerb?: string
  describedBy?: string
}

/** The Tab key is not bound, so that keyboard users can leave the editor. */
export function JsonEditor({
  label,
  value,
  onChange,
  check,
  findProblems,
  onSubmit,
  submitVerb = 'send',
  describedBy
}: JsonEditorProps) {
  const editor = useRef<ReactCodeMirrorRef>(null)
  const latest = useRef({ onChange, check, findProblems, onSubmit })
  useEffect(() => {
    latest.current = { onChange, check, findProblems, onSubmit }
  })

  // The component itself delays a new value after you typed, and could then overwrite later input.
  useLayoutEffect(() => {
    const view = editor.current?.view
    const text = view?.state.doc.toString()
    if (!view || text === undefined || text === value) return
    view.dispatch({ changes: { from: 0, to: text.length, insert: value }, annotations: ExternalChange.of(true) })
  }, [value])

  // The functions stay the same, because CodeMirror is configured again when one changes.
  const changeText = useMemo(() => (text: string) => latest.current.onChange(text), [])
  const extensions = useMemo(
    () => [
      json(),
      syntaxHighlighting(classHighlighter),
      foldGutter({ markerDOM: createFoldMarker }),
      lintGutter(),
      linter(({ state }) => getDiagnostics(state.doc.toString(), latest.current), { delay: LINT_DELAY }),
      Prec.highest(
        keymap.of([
          { key: 'Mod-Enter', run: () => submit(latest.current.onSubmit) },
          { key: 'Shift-Alt-f', run: formatText }
        ])
      ),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        tabindex: '0',
        ...(describedBy === undefined ? undefined : { 'aria-describedby': describedBy })
      })
    ],
    [label, describedBy]
  )

  function run(command: (view: EditorView) => boolean): void {
    const view = editor.current?.view
    if (!view) return
    view.focus()
    command(view)
  }

  return (
    <div className="json-editor">
      <div className="json-editor-tools" role="group" aria-label={`Tools for ${label}`}>
        <button type="button" title="Shift+Alt+F" onClick={() => run(formatText)}>
          Format
        </button>
        <button type="button" title={`${MODIFIER}+F`} onClick={() => run(openSearchPanel)}>
          Search
        </button>
        {onSubmit ? (
          <span className="hint">
            {MODIFIER}+Enter to {submitVerb}
          </span>
        ) : null}
      </div>
      <CodeMirror
        ref={editor}
        className="json-editor-text"
        value={value}
        theme="none"
        basicSetup={SETUP}
        indentWithTab={false}
        extensions={extensions}
        onChange={changeText}
      />
    </div>
  )
}

/** A triangle from the style sheet, because not all fonts have one. */
function createFoldMarker(isOpen: boolean): HTMLElement {
  const marker = document.createElement('span')
  marker.className = `fold-marker ${isOpen ? 'open' : ''}`
  marker.title = isOpen ? 'Fold' : 'Unfold'
  return marker
}

function getDiagnostics(text: string, { check, findProblems }: Pick<JsonEditorProps, 'check' | 'findProblems'>) {
  if (findProblems) return findProblems(text)
  const problem = findJsonProblem(text, check)
  return problem ? [{ ...problem, severity: 'error' as const }] : []
}

function submit(onSubmit: (() => void) | undefined): boolean {
  onSubmit?.()
  return onSubmit !== undefined
}

/** Keeps a text that is not valid JSON. */
function formatText(view: EditorView): boolean {
  const text = view.state.doc.toString()
  const formatted = formatJsonText(text)
  if (formatted !== text) view.dispatch({ changes: { from: 0, to: text.length, insert: formatted } })
  return true
}
