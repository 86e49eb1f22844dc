import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The page's tokens are variables: what is drawn with them turns dark, or gets more contrast, with the page. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.tagName, tags.heading], color: 'var(--code-token-keyword)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--code-token-string)' },
  { tag: tags.comment, color: 'var(--code-token-comment)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-token-constant)' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.standard(tags.variableName),
      tags.definition(tags.typeName),
      tags.className,
      tags.typeName,
      tags.macroName,
      tags.meta,
      tags.attributeName,
      tags.labelName,
    ],
    color: 'var(--code-token-function)',
  },
  { tag: [tags.operator, tags.punctuation], color: 'var(--code-token-punctuation)' },
  { tag: [tags.link, tags.url], color: 'var(--code-token-link)' },
]);

/** A line number ends here and the code begins 26 px on, as the server draws it. */
const numbersWidth = '31px';
const gutterWidth = '26px';

const rules = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--bg)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { padding: '12px 0 96px', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 16px 0 0' },
  '.cm-gutters': { backgroundColor: 'var(--bg)', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers': { minWidth: numbersWidth },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0', minWidth: '0' },
  '.cm-gutter-lint': { width: gutterWidth },
  '.cm-gutter-lint .cm-gutterElement': { display: 'grid', placeItems: 'center', padding: '0' },
  '.cm-lint-marker': { width: '12px', height: '12px' },
  '.cm-activeLine': { backgroundColor: 'var(--line-highlight)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--line-highlight)', color: 'var(--text)' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '&.cm-focused .cm-matchingBracket, .cm-searchMatch': {
    backgroundColor: 'var(--raised)',
    outline: '1px solid var(--control)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--err)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--selection)' },
  '.cm-tooltip': {
    maxWidth: 'min(480px, 90vw)',
    border: '1px solid var(--control)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '28px', lineHeight: '28px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--selection)',
    color: 'var(--text)',
  },
  '.cm-diagnostic': { padding: '8px 12px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--err)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--accent)' },
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--err)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warn)' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--accent)' },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '.cm-panels-top, .cm-panels-bottom': { borderColor: 'var(--border)' },
  '.cm-panel.cm-search': { padding: '8px 36px 8px 12px', font: '400 13px / 20px var(--font-ui)' },
  '.cm-textfield, .cm-button': {
    minHeight: '28px',
    border: '1px solid var(--control)',
    borderRadius: 'var(--radius)',
    background: 'var(--bg)',
    color: 'var(--text)',
    fontSize: '13px',
  },
  '.cm-panel [name=close]': { color: 'var(--text)' },
  '@media (pointer: coarse)': {
    '.cm-textfield, .cm-button': { minHeight: '44px', fontSize: '16px' },
    '.cm-panel [name=close]': { width: '44px', height: '44px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '44px', lineHeight: '44px' },
  },
  '@media (forced-colors: active)': {
    '.cm-selectionBackground': { backgroundColor: 'Highlight !important', forcedColorAdjust: 'none' },
    '.cm-cursor': { borderLeftColor: 'CanvasText' },
  },
});

export const theme: Extension = [rules, syntaxHighlighting(colours)];
