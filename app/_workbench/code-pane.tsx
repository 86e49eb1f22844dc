'use client';

import {
  type CSSProperties,
  type DragEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { formatBytes } from '#protocol/outcome-words.ts';
import { CodeEditor } from '../_code/code-editor.tsx';
import { type EditorOptions, lineHeightOf, usualOptions } from '../_code/editor-options.ts';
import type { CursorPosition, EditorPort } from '../_code/editor-port.ts';
import { isTouchDevice } from '../_code/load-editor.ts';
import { useCodeFont } from '../_code/use-code-font.ts';
import type { Command } from '../_commands/command.ts';
import type { DraftFile } from '../_draft/draft.ts';
import { grammarOfFile } from '../_languages/grammar-of-file.ts';
import { tellRefused, toast } from '../_theme/toast.ts';
import styles from './code-pane.module.css';
import { FileTabs } from './file-tabs.tsx';
import type { ReadFiles } from './read-files.ts';
import { tabIdOf } from './tab-list.tsx';
import type { Files } from './use-files.ts';
import { useHasFocus } from './use-has-focus.ts';
import type { Workbench } from './use-workbench.ts';

/** The languages whose programs Node runs, with the libraries of its image. */
const onNode = new Set(['javascript', 'typescript']);

const KeyBar = lazy(async () => ({ default: (await import('../_code/key-bar.tsx')).KeyBar }));

interface CodePaneProps {
  readonly bench: Workbench;
  /** The main file as the server coloured it, and its text. */
  readonly drawn: ReactNode;
  readonly drawnValue: string;
  readonly onCursor: (position: CursorPosition) => void;
  readonly onMode: (mode: string | null) => void;
  readonly commandsNow: () => readonly Command[];
}

/** The files and the editor; files and folders can be dropped on it. */
export function CodePane({ bench, ...shown }: CodePaneProps) {
  const { files, language, languages, run } = bench;
  const font = useCodeFont(bench.settings.font);
  const settings = useMemo(() => ({ ...bench.settings, font }), [bench.settings, font]);
  const { path, content, encoding } = files.current;
  const [port, setPort] = useState<EditorPort | null>(null);
  const { diagnostics } = run.findings;
  useEffect(() => {
    port?.mark(diagnostics.map(({ file, ...found }) => ({ path: file, ...found })));
  }, [port, diagnostics]);
  const others = useOthers(files);
  const onReady = (ready: EditorPort) => {
    setPort(ready);
    bench.setPort(ready);
  };
  return (
    <div
      className={styles['pane']}
      onDragOverCapture={allowFiles}
      onDropCapture={(event) => drop(event, files)}
    >
      <FileTabs files={files} onDownload={bench.download} />
      <div
        className={styles['editor']}
        id="editor"
        role="tabpanel"
        aria-labelledby={tabIdOf(path)}
        style={writtenAs(settings)}
      >
        <CodeEditor
          {...shown}
          engine={settings.engine}
          options={settings}
          value={encoding === 'utf8' ? content : ''}
          grammar={files.isMain(path) ? language.grammar : grammarOf(path, languages)}
          path={path}
          runtime={onNode.has(language.id) ? 'node' : undefined}
          others={others}
          label={`Code, ${path}`}
          onChange={(text) => encoding === 'utf8' && files.write(text)}
          onReady={onReady}
        />
        {encoding === 'base64' && <NoText file={files.current} />}
      </div>
      {port && <FingerKeys port={port} />}
    </div>
  );
}

/** The texts beside the open one; the same array as long as they are the same. */
function useOthers({ paths, at, current }: Files) {
  const texts = paths.map(at).filter((file) => file.path !== current.path && file.encoding === 'utf8');
  const [kept, keep] = useState(texts);
  const isSame = texts.length === kept.length && texts.every((file, index) => isSameText(file, kept[index]));
  if (!isSame) keep(texts);
  return isSame ? kept : texts;
}

function isSameText({ path, content }: DraftFile, other: DraftFile | undefined): boolean {
  return path === other?.path && content === other.content;
}

/** While fingers write code: the keys that their keyboard hides. */
function FingerKeys({ port }: { port: EditorPort }) {
  const isWriting = useHasFocus('#editor, [data-key-bar]');
  if (!isWriting || !isTouchDevice()) return null;
  return (
    <Suspense>
      <KeyBar port={port} />
    </Suspense>
  );
}

/** So that what the server drew stands as the editor will write it. */
function writtenAs({ font, fontSize }: EditorOptions): CSSProperties | undefined {
  if (font === usualOptions.font && fontSize === usualOptions.fontSize) return undefined;
  const sizes = {
    '--code-size': `max(${fontSize}px, var(--code-least-size))`,
    '--code-line': `max(${lineHeightOf(fontSize)}px, var(--code-least-line))`,
  };
  return { ...sizes, ...(font === '' ? {} : { '--font-code': `"${font}", monospace` }) } as CSSProperties;
}

/** In the place of the editor, for a file whose bytes are no text. */
function NoText({ file: { path, content } }: { file: DraftFile }) {
  const bytes = Math.floor((content.replaceAll(/[\s=]/g, '').length * 3) / 4);
  return (
    <p className={styles['noText']}>
      {path} is not text: {formatBytes(bytes)} that the program gets as they are.
    </p>
  );
}

const dataGrammars: Readonly<Record<string, string>> = {
  json: 'json',
  md: 'markdown',
  html: 'html',
  css: 'css',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
};

function grammarOf(path: string, languages: Workbench['languages']): string {
  return grammarOfFile(path, languages) ?? dataGrammars[path.split('.').at(-1) ?? ''] ?? 'plaintext';
}

function allowFiles(event: DragEvent): void {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault();
}

/** Before the editor hears of it, which would write the files' names into the code. */
function drop(event: DragEvent, files: Files): void {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.stopPropagation();
  const entries = [...event.dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  void import('./read-files.ts')
    .then(({ readEntries }) => readEntries(entries, files.paths))
    .then((read) => takeIn(read, files))
    .catch(() => toast.error('The files could not be read.'));
}

function takeIn({ files: added, refused }: ReadFiles, files: Files): void {
  if (added.length > 0) files.put(added);
  tellRefused(refused);
}
