import type { Extension } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter, lineNumbers } from '@codemirror/view';

class NumberMarker extends GutterMarker {
  constructor(private readonly text: string) {
    super();
  }

  override eq(other: NumberMarker): boolean {
    return this.text === other.text;
  }

  override toDOM(): Node {
    return document.createTextNode(this.text);
  }
}

/** Every line's number, or how far it is from the cursor's. */
export function lineNumbersOf(kind: 'on' | 'relative'): Extension {
  if (kind === 'on') return lineNumbers();
  return gutter({
    class: 'cm-lineNumbers',
    lineMarker: (view, { from }) => new NumberMarker(String(distance(view, from))),
    lineMarkerChange: ({ docChanged, selectionSet }) => docChanged || selectionSet,
    initialSpacer: (view) => new NumberMarker(String(view.state.doc.lines)),
  });
}

function distance({ state }: EditorView, from: number): number {
  const line = state.doc.lineAt(from).number;
  const own = state.doc.lineAt(state.selection.main.head).number;
  return line === own ? line : Math.abs(line - own);
}
