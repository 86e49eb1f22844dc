'use client';

import { useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { DialogHead } from '../_commands/dialog-head.tsx';
import { emptyDraft } from '../_draft/draft.ts';
import { findLanguage } from '../_languages/find-language.ts';
import { tellRefused } from '../_theme/toast.ts';
import { type Program, programOfFiles } from './program-of-files.ts';
import { codeBlocksIn } from './read-markdown.ts';
import { readZip } from './read-zip.ts';
import styles from './start-dialog.module.css';

interface StartDialogProps {
  readonly languages: readonly LanguageInfo[];
  /** The language that is written in now. */
  readonly language: LanguageInfo;
  readonly onStart: (program: Program) => void;
  readonly onClose: () => void;
}

/** What a new snippet can begin with. What was written before stays among the drafts. */
export function StartDialog({ onClose, ...known }: StartDialogProps) {
  return (
    <>
      <DialogHead title="Start from…" onClose={onClose} />
      <div className={styles['inside']}>
        <FromMarkdown {...known} />
        <FromZip {...known} />
      </div>
    </>
  );
}

type Known = Omit<StartDialogProps, 'onClose'>;

/** The first block of code in a text, in the language that it says it is in. */
function FromMarkdown({ languages, language, onStart }: Known) {
  const [text, setText] = useState('');
  const [block] = codeBlocksIn(text);
  const named = block && findLanguage(languages, block.language);
  const code = block?.code ?? text;
  return (
    <form
      className={styles['part']}
      onSubmit={(event) => {
        event.preventDefault();
        onStart({ language: named ?? language, draft: emptyDraft(code) });
      }}
    >
      <label className={styles['part']}>
        Paste code, or Markdown with a block of it
        <textarea
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder={'```python\nprint("Hello")\n```'}
          rows={7}
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: a dialog that is opened to paste into it
          autoFocus
        />
      </label>
      <p className={styles['said']} role="status">
        {text !== '' && wordsFor(block?.language, named ?? language, named !== undefined)}
      </p>
      <button type="submit" disabled={text.trim() === ''}>
        Start with this code
      </button>
    </form>
  );
}

function wordsFor(said: string | undefined, language: LanguageInfo, isNamed: boolean): string {
  if (said === undefined) return `No block of code: all of it is taken, as ${language.name}.`;
  if (isNamed) return `A block of ${language.name}.`;
  const why =
    said === '' ? 'which says no language' : `in “${said.slice(0, 40)}”, which this server does not run`;
  return `A block ${why}: it is taken as ${language.name}.`;
}

function FromZip({ languages, language, onStart }: Known) {
  const [words, setWords] = useState<string>();
  const take = async (archive: File) => {
    const read = await readZip(archive);
    if (!read.ok) return setWords(read.words);
    const program = programOfFiles(read.files, languages, language);
    if (!program) return setWords('None of these files is in a language that this server runs.');
    tellRefused(read.refused);
    onStart(program);
  };
  return (
    <div className={styles['part']}>
      <label className={styles['part']}>
        Or the files of a zip archive
        <input
          type="file"
          accept=".zip,application/zip"
          onChange={({ target }) => {
            const archive = target.files?.[0];
            setWords(undefined);
            if (archive) void take(archive).catch(reportError);
            target.value = '';
          }}
        />
      </label>
      {words !== undefined && (
        <p className={styles['fault']} role="alert">
          {words}
        </p>
      )}
    </div>
  );
}
