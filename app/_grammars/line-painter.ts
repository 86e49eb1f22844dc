import { createHighlighterCore, type Grammar, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { type CodePart, codePartOf } from './code-part.ts';
import { textMateGrammars } from './textmate-grammars.ts';

/** A longer line stays plain. */
const maxLineLength = 2_000;
/** The first lines take long, since a grammar's patterns are made ready when they are first needed. */
const maxMsPerAttempt = 250;
const maxAttempts = 8;

/** Where a line's reading ended: the next one's begins there. Null is the beginning of a file. */
export type LineEnd = Parameters<Grammar['tokenizeLine']>[1];

/** A piece of a line, from `start` to the next one's. */
export interface PaintedPiece {
  readonly start: number;
  readonly part: CodePart;
}

/** Reads code line by line with a TextMate grammar: what both editors colour those languages with that they lack. */
export class LinePainter {
  constructor(private readonly grammar: Grammar) {}

  paint(line: string, before: LineEnd): { pieces: readonly PaintedPiece[]; after: LineEnd } {
    if (line.length > maxLineLength) return { pieces: [{ start: 0, part: 'text' }], after: before };
    const { tokens, ruleStack, stoppedEarly } = this.read(line, before);
    // What was not read to its end says nothing of where that would have been.
    if (stoppedEarly) return { pieces: [{ start: 0, part: 'text' }], after: before };
    const pieces = tokens.map(({ startIndex, scopes }) => ({ start: startIndex, part: codePartOf(scopes) }));
    return { pieces, after: ruleStack };
  }

  private read(line: string, before: LineEnd) {
    let read = this.grammar.tokenizeLine(line, before, maxMsPerAttempt);
    for (let attempt = 1; read.stoppedEarly && attempt < maxAttempts; attempt += 1)
      read = this.grammar.tokenizeLine(line, before, maxMsPerAttempt);
    return read;
  }
}

let highlighter: Promise<HighlighterCore> | undefined;

/** The painter of a grammar; undefined where there is none of that name. */
export async function loadLinePainter(name: string): Promise<LinePainter | undefined> {
  const load = Object.hasOwn(textMateGrammars, name) ? textMateGrammars[name] : undefined;
  if (!load) return undefined;
  highlighter ??= createHighlighterCore({
    themes: [],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const [shared, { default: grammar }] = await Promise.all([highlighter, load()]);
  await shared.loadLanguage(grammar);
  return new LinePainter(shared.getLanguage(name));
}
