import * as monaco from 'monaco-editor/editor';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import { useEffect } from 'react';
import { nodeCompilerOptions, type Typings, typingsFolder } from '../_typings/typings.ts';
import type { EditorProps } from './editor-port.ts';

const readers = { typescript: typescript.typescriptDefaults, javascript: typescript.javascriptDefaults };
type Grammar = keyof typeof readers;

/** Without the types of what a program can import nothing but its syntax can be judged. */
const syntaxAlone = { noSemanticValidation: true, noSyntaxValidation: false };
// What JavaScript gives and takes is often more than its types say: complaints of that would mostly be wrong.
const whole = {
  typescript: { noSemanticValidation: false, noSyntaxValidation: false },
  javascript: syntaxAlone,
};

for (const [grammar, defaults] of Object.entries(readers)) {
  defaults.setDiagnosticsOptions(syntaxAlone);
  // Without it the worker would take TypeScript's rarer file endings for JavaScript's.
  defaults.setCompilerOptions({ ...nodeCompilerOptions, allowJs: grammar === 'javascript' });
}

type Project = Pick<EditorProps, 'grammar' | 'runtime' | 'others'>;

/** Programs that run on Node are judged and completed with the types of what they can import, their own files too. */
export function useTypeScript({ grammar, runtime, others }: Project): void {
  const known = runtime === 'node' && isKnown(grammar) ? grammar : undefined;
  useEffect(() => {
    if (known === undefined) return undefined;
    let isGone = false;
    void loadTypings()
      .then((typings) => {
        if (!isGone) know(known, typings);
      })
      // Written and run it can be without them.
      .catch(() => undefined);
    return () => {
      isGone = true;
      readers[known].setDiagnosticsOptions(syntaxAlone);
      readers[known].setExtraLibs([]);
    };
  }, [known]);
  useEffect(() => {
    if (known === undefined) return;
    for (const { path, content } of others) keepModel(path, content);
  }, [known, others]);
}

function isKnown(grammar: string): grammar is Grammar {
  return Object.hasOwn(readers, grammar);
}

function know(grammar: Grammar, typings: Typings): void {
  readers[grammar].setExtraLibs(
    Object.entries(typings).map(([path, content]) => ({ content, filePath: `${typingsFolder}/${path}` })),
  );
  readers[grammar].setDiagnosticsOptions(whole[grammar]);
}

let loading: Promise<Typings> | undefined;

/** Once for the page; after a failure the next file tries again. */
function loadTypings(): Promise<Typings> {
  loading ??= fetch('/typings').then((answer) => {
    if (!answer.ok) throw new Error(`No types: ${answer.status}`);
    return answer.json();
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** A file that is not shown is one of the program's all the same. */
function keepModel(path: string, content: string): void {
  const uri = uriOf(path);
  const model = monaco.editor.getModel(uri);
  if (!model) monaco.editor.createModel(content, undefined, uri);
  else if (model.getValue() !== content) model.setValue(content);
}

/** A file's name may hold what means something else in an address. */
export function uriOf(path: string): monaco.Uri {
  return monaco.Uri.from({ scheme: 'file', path: `/work/${path}` });
}
