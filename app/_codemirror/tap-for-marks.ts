import { type Diagnostic, forEachDiagnostic } from '@codemirror/lint';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip, ViewPlugin } from '@codemirror/view';

const setShown = StateEffect.define<Tooltip | null>();

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update: (tooltip, { docChanged, effects }) => {
    const set = effects.find((effect) => effect.is(setShown));
    if (set) return set.value;
    return docChanged ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

const taps = ViewPlugin.define((view) => {
  const onClick = (event: MouseEvent) => showMarksAt(view, event);
  view.dom.addEventListener('click', onClick);
  return { destroy: () => view.dom.removeEventListener('click', onClick) };
});

/** A tap on what is marked, or beside its line, shows what is said of it; a finger cannot hover. */
export const tapForMarks: Extension = [shown, taps];

function showMarksAt(view: EditorView, { target, clientX: x, clientY: y }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('.cm-tooltip, .cm-panel')) return;
  const isBeside = target.closest('.cm-gutters') !== null;
  const block = view.lineBlockAtHeight(y - view.documentTop);
  const pos = isBeside ? block.from : view.posAtCoords({ x, y });
  const found = pos === null ? [] : marksIn(view.state, isBeside ? [block.from, block.to] : [pos, pos]);
  if (pos === null || found.length === 0) {
    if (view.state.field(shown)) view.dispatch({ effects: setShown.of(null) });
    return;
  }
  const words = found.map(({ message }) => message).join('\n');
  view.dispatch({
    effects: [
      setShown.of({ pos, above: true, create: () => ({ dom: listOf(found) }) }),
      EditorView.announce.of(words),
    ],
  });
}

/** Of a stretch of text, its ends among it. */
export function marksIn(state: EditorState, [from, to]: readonly [number, number]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  forEachDiagnostic(state, (mark, start, end) => {
    if (start <= to && end >= from) found.push(mark);
  });
  return found;
}

function listOf(marks: readonly Diagnostic[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'cm-tooltip-lint';
  for (const { severity, message } of marks) {
    const item = list.appendChild(document.createElement('li'));
    item.className = `cm-diagnostic cm-diagnostic-${severity}`;
    item.textContent = message;
  }
  return list;
}
