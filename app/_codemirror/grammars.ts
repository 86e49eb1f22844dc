import { StreamLanguage, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { textMateGrammars } from '../_grammars/textmate-grammars.ts';

type Load = () => Promise<Extension>;

/**
 * Manifests' grammar names, and what colours each here. Of what CodeMirror has none for, or one for another dialect
 * (GNU's assembly, COBOL in columns), the TextMate grammars take the place. `plaintext` is plain on purpose.
 */
const grammars: Readonly<Record<string, Load>> = {
  c: () => import('@codemirror/lang-cpp').then(({ cpp }) => cpp()),
  clojure: legacy(() => import('@codemirror/legacy-modes/mode/clojure').then((mode) => mode.clojure)),
  'common-lisp': legacy(() =>
    import('@codemirror/legacy-modes/mode/commonlisp').then((mode) => mode.commonLisp),
  ),
  cpp: () => import('@codemirror/lang-cpp').then(({ cpp }) => cpp()),
  crystal: legacy(() => import('@codemirror/legacy-modes/mode/crystal').then((mode) => mode.crystal)),
  csharp: legacy(() => import('@codemirror/legacy-modes/mode/clike').then((mode) => mode.csharp)),
  css: () => import('@codemirror/lang-css').then(({ css }) => css()),
  d: legacy(() => import('@codemirror/legacy-modes/mode/d').then((mode) => mode.d)),
  erlang: legacy(() => import('@codemirror/legacy-modes/mode/erlang').then((mode) => mode.erlang)),
  'fortran-free-form': legacy(() =>
    import('@codemirror/legacy-modes/mode/fortran').then((mode) => mode.fortran),
  ),
  go: () => import('@codemirror/lang-go').then(({ go }) => go()),
  haskell: legacy(() => import('@codemirror/legacy-modes/mode/haskell').then((mode) => mode.haskell)),
  html: () => import('@codemirror/lang-html').then(({ html }) => html()),
  java: () => import('@codemirror/lang-java').then(({ java }) => java()),
  javascript: () => import('@codemirror/lang-javascript').then(({ javascript }) => javascript()),
  json: () => import('@codemirror/lang-json').then(({ json }) => json()),
  kotlin: legacy(() => import('@codemirror/legacy-modes/mode/clike').then((mode) => mode.kotlin)),
  lua: legacy(() => import('@codemirror/legacy-modes/mode/lua').then((mode) => mode.lua)),
  markdown: () => import('@codemirror/lang-markdown').then(({ markdown }) => markdown()),
  matlab: legacy(() => import('@codemirror/legacy-modes/mode/octave').then((mode) => mode.octave)),
  ocaml: legacy(() => import('@codemirror/legacy-modes/mode/mllike').then((mode) => mode.oCaml)),
  pascal: legacy(() => import('@codemirror/legacy-modes/mode/pascal').then((mode) => mode.pascal)),
  perl: legacy(() => import('@codemirror/legacy-modes/mode/perl').then((mode) => mode.perl)),
  php: () => import('@codemirror/lang-php').then(({ php }) => php()),
  python: () => import('@codemirror/lang-python').then(({ python }) => python()),
  r: legacy(() => import('@codemirror/legacy-modes/mode/r').then((mode) => mode.r)),
  ruby: legacy(() => import('@codemirror/legacy-modes/mode/ruby').then((mode) => mode.ruby)),
  rust: () => import('@codemirror/lang-rust').then(({ rust }) => rust()),
  scheme: legacy(() => import('@codemirror/legacy-modes/mode/scheme').then((mode) => mode.scheme)),
  shell: legacy(() => import('@codemirror/legacy-modes/mode/shell').then((mode) => mode.shell)),
  sql: () => import('@codemirror/lang-sql').then(({ SQLite, sql }) => sql({ dialect: SQLite })),
  swift: legacy(() => import('@codemirror/legacy-modes/mode/swift').then((mode) => mode.swift)),
  tcl: legacy(() => import('@codemirror/legacy-modes/mode/tcl').then((mode) => mode.tcl)),
  typescript: () =>
    import('@codemirror/lang-javascript').then(({ javascript }) => javascript({ typescript: true })),
  xml: () => import('@codemirror/lang-xml').then(({ xml }) => xml()),
  yaml: () => import('@codemirror/lang-yaml').then(({ yaml }) => yaml()),
};

/** Colours, indentation, brackets and comments of a grammar; nothing where it has none or its script does not come. */
export async function loadGrammar(name: string): Promise<Extension> {
  const load = Object.hasOwn(grammars, name) ? grammars[name] : undefined;
  if (load) return load();
  if (!Object.hasOwn(textMateGrammars, name)) return [];
  const { loadTextMateLanguage } = await import('./textmate-language.ts');
  return loadTextMateLanguage(name);
}

function legacy(load: () => Promise<StreamParser<unknown>>): Load {
  return async () => StreamLanguage.define(await load());
}
