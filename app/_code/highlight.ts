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

export type ColouredLine = readonly { readonly text: string; readonly colour: string | undefined }[];

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
    const transformers = marked ? [marking(marked)] : [];
    return painter.codeToHtml(code, { ...(await this.terms(code, grammar)), tabindex: false, transformers });
  }

  /** The same for what is no page: each line in pieces, with the variable that says their colour. */
  async pieces(code: string, grammar: string): Promise<ColouredLine[]> {
    const painter = await this.ready();
    const lines = painter.codeToTokensBase(code, { ...(await this.terms(code, grammar)), theme });
    return lines.map((line) => line.map(({ content, color }) => ({ text: content, colour: color })));
  }

  private async terms(code: string, grammar: string) {
    const lang = isBundled(grammar) && code.length <= maxHighlightedCharacters ? grammar : 'text';
    if (lang !== 'text') await (await this.ready()).loadLanguage(lang);
    return { lang, theme: theme.name ?? '', tokenizeMaxLineLength: maxHighlightedLineLength } as const;
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
