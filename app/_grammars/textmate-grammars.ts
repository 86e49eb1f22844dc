import type { LanguageInput } from 'shiki/core';

type Load = () => Promise<{ readonly default: LanguageInput }>;

/**
 * The TextMate grammars, by the names that manifests give, of languages that one of the editors has no colours for
 * of its own. The server colours every language with the same ones; here each comes when a file of its kind is open.
 */
export const textMateGrammars: Readonly<Record<string, Load>> = {
  ada: () => import('shiki/langs/ada.mjs'),
  asm: () => import('shiki/langs/asm.mjs'),
  awk: () => import('shiki/langs/awk.mjs'),
  cobol: () => import('shiki/langs/cobol.mjs'),
  'common-lisp': () => import('shiki/langs/common-lisp.mjs'),
  crystal: () => import('shiki/langs/crystal.mjs'),
  d: () => import('shiki/langs/d.mjs'),
  elixir: () => import('shiki/langs/elixir.mjs'),
  erlang: () => import('shiki/langs/erlang.mjs'),
  'fortran-free-form': () => import('shiki/langs/fortran-free-form.mjs'),
  haskell: () => import('shiki/langs/haskell.mjs'),
  matlab: () => import('shiki/langs/matlab.mjs'),
  ocaml: () => import('shiki/langs/ocaml.mjs'),
  prolog: () => import('shiki/langs/prolog.mjs'),
  racket: () => import('shiki/langs/racket.mjs'),
};
