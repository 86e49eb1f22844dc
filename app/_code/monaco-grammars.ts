import type { languages } from 'monaco-editor/editor';
import { languageHabits } from '../_grammars/language-habits.ts';
import type { LineEnd, LinePainter } from '../_grammars/line-painter.ts';
import { textMateGrammars } from '../_grammars/textmate-grammars.ts';

/** Gives Monaco the languages that it lacks. Nothing is loaded for one until a file of it is shown. */
export function addTextMateGrammars(monaco: typeof languages): void {
  const own = new Set(monaco.getLanguages().map(({ id }) => id));
  for (const name of Object.keys(textMateGrammars).filter((grammar) => !own.has(grammar))) {
    monaco.register({ id: name });
    monaco.setLanguageConfiguration(name, configurationOf(name));
    monaco.registerTokensProviderFactory(name, { create: () => loadProvider(name) });
  }
}

function configurationOf(name: string): languages.LanguageConfiguration {
  const { line, block, brackets } = languageHabits(name);
  const pairs = [...brackets.map(([open, close]) => ({ open, close })), { open: '"', close: '"' }];
  return {
    comments: { ...(line && { lineComment: line }), ...(block && { blockComment: [...block] }) },
    brackets: brackets.map(([open, close]) => [open, close]),
    autoClosingPairs: pairs,
    surroundingPairs: pairs,
  };
}

/** Null where the grammar's script does not come: code without colours can be written as well. */
async function loadProvider(name: string): Promise<languages.TokensProvider | null> {
  const { loadLinePainter } = await import('../_grammars/line-painter.ts');
  const painter = await loadLinePainter(name).catch(() => undefined);
  return painter === undefined ? null : providerOf(painter);
}

function providerOf(painter: LinePainter): languages.TokensProvider {
  return {
    getInitialState: () => new LineState(null),
    tokenize: (line, state) => {
      const { pieces, after } = painter.paint(line, state instanceof LineState ? state.end : null);
      return {
        tokens: pieces.map(({ start, part }) => ({ startIndex: start, scopes: part === 'text' ? '' : part })),
        endState: new LineState(after),
      };
    },
  };
}

/** What a grammar knows at a line's end never changes, so that a copy of it is itself. */
class LineState implements languages.IState {
  constructor(readonly end: LineEnd) {}

  clone(): LineState {
    return this;
  }

  equals(other: languages.IState): boolean {
    if (!(other instanceof LineState)) return false;
    if (this.end === null || other.end === null) return this.end === other.end;
    return this.end.equals(other.end);
  }
}
