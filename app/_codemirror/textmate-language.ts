import { StreamLanguage, type StringStream } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { languageHabits } from '../_grammars/language-habits.ts';
import {
  type LineEnd,
  type LinePainter,
  loadLinePainter,
  type PaintedPiece,
} from '../_grammars/line-painter.ts';

interface LineState {
  /** Where the last line's reading ended. */
  readonly end: LineEnd;
  /** The pieces of the line that is being read. */
  readonly pieces: readonly PaintedPiece[];
}

/** A TextMate grammar as a language of CodeMirror's. */
export async function loadTextMateLanguage(name: string): Promise<Extension> {
  const painter = await loadLinePainter(name);
  if (!painter) return [];
  const { line, block, brackets } = languageHabits(name);
  return StreamLanguage.define<{ now: LineState }>({
    name,
    startState: () => ({ now: { end: null, pieces: [] } }),
    copyState: ({ now }) => ({ now }),
    token: (stream, state) => readPiece(painter, stream, state),
    // An empty line may end what began before it.
    blankLine: (state) => {
      state.now = { end: painter.paint('', state.now.end).after, pieces: [] };
    },
    tokenTable: {
      constant: tags.atom,
      function: tags.function(tags.variableName),
      punctuation: tags.punctuation,
    },
    languageData: {
      commentTokens: { line, block: block && { open: block[0], close: block[1] } },
      closeBrackets: { brackets: [...brackets.map(([open]) => open), '"'] },
    },
  });
}

function readPiece(painter: LinePainter, stream: StringStream, state: { now: LineState }): string | null {
  if (stream.sol()) {
    const { pieces, after } = painter.paint(stream.string, state.now.end);
    state.now = { end: after, pieces };
  }
  const { pieces } = state.now;
  const index = pieces.findLastIndex(({ start }) => start <= stream.pos);
  const next = pieces[index + 1]?.start;
  if (next === undefined) stream.skipToEnd();
  else stream.pos = next;
  const part = pieces[index]?.part ?? 'text';
  return part === 'text' ? null : part;
}
