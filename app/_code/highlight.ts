import {
  type BundledLanguage,
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  createJavaScriptRegexEngine,
  type Highlighter,
  type ShikiTransformer,
} from 'shiki';

/** Past this, code is shown plain: highlighting is linear work for the server that anyone could ask for. */
const maxHighlightedCharacters = 100_000;
const maxHighlightedLineLength = 2_000;

const theme = createCssVariablesTheme({ name: 'bugdrill', variablePrefix: '--code-', fontStyle: false });

/** Lines that stand out, both counted in, from 1. */
interface MarkedLines {
  readonly from: number;
  readonly to: number;
}

/**
 * Colours code on the server with the theme's variables. Answers a whole `<pre>`, escaped, a `.line` a line,
 * `data-marked` where it was asked for.
 */
export class CodePainter {
  private painter: Promise<Highlighter> | undefined;

  async paint(code: string, grammar: string, marked?: MarkedLines): Promise<string> {
    const painter = await this.ready();
    const language = isBundled(grammar) && code.length <= maxHighlightedCharacters ? grammar : 'text';
    if (language !== 'text') await painter.loadLanguage(language);
    return painter.codeToHtml(code, {
      lang: language,
      theme: theme.name ?? '',
      tabindex: false,
      tokenizeMaxLineLength: maxHighlightedLineLength,
      transformers: marked ? [marking(marked)] : [],
    });
  }

  private ready(): Promise<Highlighter> {
    this.painter ??= createHighlighter({
      themes: [theme],
      langs: [],
      engine: createJavaScriptRegexEngine({ forgiving: true }),
    });
    return this.painter;
  }
}

function marking({ from, to }: MarkedLines): ShikiTransformer {
  return {
    line(element, number) {
      if (number >= from && number <= to) element.properties['data-marked'] = '';
    },
  };
}

/** One for the process: grammars are read once. */
export const codePainter = new CodePainter();

function isBundled(grammar: string): grammar is BundledLanguage {
  return Object.hasOwn(bundledLanguages, grammar);
}
