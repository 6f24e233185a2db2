import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { changeBetween } from '../../../language/edit/change.ts';
import type { JsonSchema } from '../../../language/read/docs/json-schema.ts';
import type { Finding } from '../../worker/check.ts';
import { completing } from './completion.ts';
import classes from './drafts.module.css';

export interface CodeProps {
  label: string;
  text: string;
  findings: readonly Finding[];
  /** Of the file: by it words and values are completed. */
  schema: JsonSchema | undefined;
  /** Names that may be meant. */
  words: readonly string[];
  isFixed: boolean;
  /** A line that one went to. */
  line?: number | undefined;
  change: (text: string) => void;
  undo: () => void;
  redo: () => void;
  save: () => void;
}

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'transparent', color: 'inherit' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--mantine-color-dimmed)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--ground-hover)' },
  '.cm-cursor': { borderLeftColor: 'currentColor' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: 'var(--ground-marked)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--ground-marked)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--ground-card)',
    color: 'var(--mantine-color-text)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    padding: '2px',
  },
});

/** In the colours of the page, so that it can be read in light and dark. */
const ink = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: 'var(--tone-good)' },
  { tag: tags.propertyName, color: 'var(--tone-good)' },
  { tag: tags.comment, color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--tone-person)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--mantine-color-dimmed)' },
]);

const diagnosticsOf = (view: EditorView, findings: readonly Finding[], isFixed: boolean): Diagnostic[] =>
  findings.map(({ line, column, message, isWarning, fix }) => {
    const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
    const from = Math.min(at.from + column - 1, at.to);
    const end = /^[^\s,}\]]+/.exec(view.state.sliceDoc(from, at.to))?.[0].length ?? 0;
    return {
      from,
      to: from + end,
      severity: isWarning ? 'warning' : 'error',
      message,
      ...(fix &&
        !isFixed && {
          actions: [
            {
              name: fix.label,
              apply: (to: EditorView) => to.dispatch({ changes: { from: fix.from, to: fix.to, insert: fix.insert } }),
            },
          ],
        }),
    };
  });

/** The text itself; forms and canvas change the same. */
export const Code = (props: CodeProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const { label, text, findings, isFixed, line } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once, and takes the rest as it comes.
  useEffect(() => {
    if (!frame.current) return undefined;
    const act = (what: 'undo' | 'redo' | 'save') => () => {
      latest.current[what]();
      return true;
    };
    const editor = new EditorView({
      parent: frame.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          lintGutter(),
          drawSelection(),
          highlightActiveLine(),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(ink),
          yaml(),
          autocompletion({ override: [completing(() => latest.current)] }),
          // What forms, canvas and typing did is taken back in one order, by the workbook.
          keymap.of([
            { key: 'Mod-z', run: act('undo'), preventDefault: true },
            { key: 'Mod-y', run: act('redo'), preventDefault: true },
            { key: 'Mod-Shift-z', run: act('redo'), preventDefault: true },
            { key: 'Mod-s', run: act('save'), preventDefault: true },
            // Tab leads on, as everywhere: who has no mouse would not come out of the text. Mod-] and Mod-[ indent.
            ...defaultKeymap,
          ]),
          EditorState.readOnly.of(isFixed),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            const now = state.doc.toString();
            if (docChanged && now !== latest.current.text) latest.current.change(now);
          }),
          look,
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, isFixed]);

  useEffect(() => {
    const now = view.current?.state.doc.toString();
    if (!view.current || now === undefined || now === text) return;
    view.current.dispatch({ changes: changeBetween(now, text) });
  }, [text]);

  useEffect(() => {
    if (view.current)
      view.current.dispatch(setDiagnostics(view.current.state, diagnosticsOf(view.current, findings, isFixed)));
  }, [findings, isFixed]);

  useEffect(() => {
    const { current } = view;
    if (!current || line === undefined) return;
    const at = current.state.doc.line(Math.min(Math.max(1, line), current.state.doc.lines));
    current.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: 'center' }) });
  }, [line]);

  return <div ref={frame} className={classes.code} />;
};
