'use client';

import { useMemo, useRef, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { EditorPort } from '../_code/editor-port.ts';
import { type DraftFile, draftOfSnippet, emptyDraft } from '../_draft/draft.ts';
import type { DraftSlot } from '../_draft/draft-desk.ts';
import { fileAt } from '../_draft/draft-files.ts';
import { type DraftHandle, useDraft } from '../_draft/use-draft.ts';
import { type Format, useFormat } from '../_format/use-format.ts';
import { type History, useHistory } from '../_history/use-history.ts';
import { keepLanguage } from '../_languages/language-choice.ts';
import { hindranceOf } from '../_languages/language-words.ts';
import { useLanguages } from '../_languages/use-languages.ts';
import type { RunInput } from '../_run/socket.ts';
import { type Run, useRun } from '../_run/use-run.ts';
import { type Share, useShare } from '../_share/use-share.ts';
import { type DraftMoves, draftMoves, tellLost, tellRestored } from './draft-moves.ts';
import { requestOf, shareOf } from './requests.ts';
import { type Files, useFiles } from './use-files.ts';
import { type Starts, useStarts } from './use-starts.ts';
import { useView, type View } from './use-view.ts';

export interface Workbench extends DraftHandle, Starts, DraftMoves {
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
  readonly pickLanguage: (language: LanguageInfo) => void;
  readonly run: Run;
  readonly hindrance: string | undefined;
  readonly files: Files;
  readonly share: Share;
  readonly view: View;
  readonly history: History;
  /** What a run would send now. */
  readonly requestNow: () => RunInput;
  /** Where the page was told that the execution server is; null means port 8082 of its own host. */
  readonly executionUrl: string | null;
  readonly format: Format;
  /** Whether the open file has a formatter. */
  readonly canFormat: boolean;
  /** Gives the person the files: one as it is, several as a zip. */
  readonly download: () => void;
  /** Gives the person a text as a file. */
  readonly downloadText: (file: { readonly path: string; readonly content: string }) => void;
  /** The id under which the shown draft is kept; undefined until that is decided. */
  readonly draftId: () => string | undefined;
  readonly setPort: (port: EditorPort) => void;
  readonly portNow: () => EditorPort | null;
  /** Opens the file of this path and goes to a place in it. */
  readonly reveal: (place: Place) => void;
}

/** Lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column?: number | undefined;
}

interface WorkbenchStart {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly executionUrl: string | null;
  /** A saved snippet that was opened to go on with; a draft of its own, so that none is overwritten. */
  readonly opened: Snippet | null;
}

/** Everything the editor page knows and does; the components only draw it. */
export function useWorkbench({ languages: drawn, languageId, ...start }: WorkbenchStart): Workbench {
  const { executionUrl, opened } = start;
  const languages = useLanguages(drawn, executionUrl);
  const [chosenId, setChosenId] = useState(languageId);
  const language = languages.find(({ id }) => id === chosenId) ?? languages[0] ?? fail('no language');
  const slot = useSlot(language, opened);
  const draft: DraftHandle = useDraft(slot, {
    onRestored: (keptAt, isCopy) => tellRestored(keptAt, isCopy, () => moves.startClean()),
    onLost: tellLost,
  });
  const run = useRun(executionUrl);
  const view = useView();
  const { places, files } = usePlaces(view, draft, language);
  const hindrance = hindranceOf(language);

  const pickLanguage = (picked: LanguageInfo) => {
    setChosenId(picked.id);
    keepLanguage(picked.id);
  };
  const slotOf = (target: LanguageInfo) => (target === language ? slot : slotFor(target, opened));
  const moves = draftMoves({ draft, slot, language, languages, slotOf, pickLanguage });
  const requestNow = () => requestOf(language, draft.draftNow(), run.session.terminalSize());
  const starts = useStarts({ draft, run, view, requestNow, isOff: hindrance !== undefined });
  const history = useHistory(run, starts.ran);
  const share = useShare(() => shareOf(language, draft.draftNow()));
  const formatting = useFormatting({ language, files, draft, portNow: places.portNow });
  return {
    ...draft,
    ...{ languages, language, run, hindrance, files, share, view, requestNow, executionUrl, history },
    ...starts,
    ...formatting,
    ...places,
    ...moves,
    pickLanguage,
    download: () => {
      const all = files.paths.map((path) => files.at(path));
      void giveFiles(all, draft.draft.title || language.id).catch(reportError);
    },
    downloadText: (file) => void giveFiles([{ ...file, encoding: 'utf8' }], file.path).catch(reportError),
    draftId: () => draft.desk.idIn(slot),
  };
}

/** The files, the editor that shows one of them, and the way to a place in any. */
function usePlaces(view: View, draft: DraftHandle, language: LanguageInfo) {
  const port = useRef<EditorPort | null>(null);
  const portNow = () => port.current;
  const files = useFiles(draft, language, portNow);
  const setPort = (next: EditorPort) => {
    port.current = next;
  };
  const reveal = ({ path, line, column }: Place) => {
    view.showPane('code');
    files.open(path);
    // The editor has the file by the next frame.
    requestAnimationFrame(() => port.current?.reveal(line, column));
  };
  return { files, places: { portNow, setPort, reveal } };
}

interface FormattingParts {
  readonly language: LanguageInfo;
  readonly files: Files;
  readonly draft: DraftHandle;
  readonly portNow: () => EditorPort | null;
}

/** Formatting is for files of the language itself: the main one, and those that end as it does. */
function useFormatting({ language, files, draft, portNow }: FormattingParts) {
  const { current, isMain } = files;
  const isOurs = isMain(current.path) || language.extensions.some((end) => current.path.endsWith(end));
  const canFormat = language.formatter !== null && current.encoding === 'utf8' && isOurs;
  const format = useFormat({
    requestNow: () => {
      const { path, content } = fileAt(draft.draftNow(), language.source, current.path);
      return canFormat ? { language: language.id, code: content, file: path } : undefined;
    },
    replace: (code) => portNow()?.replace(code),
  });
  return { format, canFormat };
}

async function giveFiles(files: readonly DraftFile[], name: string): Promise<void> {
  const { downloadFiles } = await import('./download.ts');
  downloadFiles(files, name);
}

function useSlot(language: LanguageInfo, opened: Snippet | null): DraftSlot {
  return useMemo(() => slotFor(language, opened), [language, opened]);
}

function slotFor({ id, template }: LanguageInfo, opened: Snippet | null): DraftSlot {
  if (opened?.language !== id) return { id, language: id, initial: emptyDraft(template) };
  return { id: `snippet-${opened.id}`, language: id, initial: draftOfSnippet(opened) };
}

function fail(what: string): never {
  throw new Error(`The workbench was given ${what}.`);
}
