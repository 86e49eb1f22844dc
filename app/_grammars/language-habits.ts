/** How a language is written, for keys that comment, indent and pair brackets. */
export interface LanguageHabits {
  readonly line?: string;
  readonly block?: readonly [string, string];
  readonly brackets: readonly (readonly [string, string])[];
}

const round = ['(', ')'] as const;
const square = ['[', ']'] as const;
const curly = ['{', '}'] as const;
const all = [round, square, curly];

const habits: Readonly<Record<string, LanguageHabits>> = {
  ada: { line: '--', brackets: [round] },
  asm: { line: ';', brackets: [round, square] },
  awk: { line: '#', brackets: all },
  cobol: { line: '*>', brackets: [round] },
  'common-lisp': { line: ';', block: ['#|', '|#'], brackets: [round] },
  crystal: { line: '#', brackets: all },
  d: { line: '//', block: ['/*', '*/'], brackets: all },
  elixir: { line: '#', brackets: all },
  erlang: { line: '%', brackets: all },
  'fortran-free-form': { line: '!', brackets: [round, square] },
  haskell: { line: '--', block: ['{-', '-}'], brackets: all },
  matlab: { line: '%', block: ['%{', '%}'], brackets: all },
  ocaml: { block: ['(*', '*)'], brackets: all },
  prolog: { line: '%', block: ['/*', '*/'], brackets: all },
  racket: { line: ';', block: ['#|', '|#'], brackets: [round, square, curly] },
};

/** Of a language with a TextMate grammar; of any other nothing but its brackets. */
export function languageHabits(grammar: string): LanguageHabits {
  return (Object.hasOwn(habits, grammar) ? habits[grammar] : undefined) ?? { brackets: all };
}
