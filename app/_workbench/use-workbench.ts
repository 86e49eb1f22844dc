'use client';

import { useRef } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { EditorPort } from '../_code/editor-port.ts';
import type { DraftFile } from '../_draft/draft.ts';
import { fileAt } from '../_draft/draft-files.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import type { DrillParts } from '../_drill/drill-draft.ts';
import { useOwnSnippet } from '../_drill/use-own-snippet.ts';
import { type Format, useFormat } from '../_format/use-format.ts';
import { type History, useHistory } from '../_history/use-history.ts';
import { hindranceOf } from '../_languages/language-words.ts';
import { useLanguages } from '../_languages/use-languages.ts';
import type { RunInput } from '../_run/socket.ts';
import { type Run, useRun } from '../_run/use-run.ts';
import type { Settings } from '../_settings/settings.ts';
import { useSettings } from '../_settings/use-settings.ts';
import { type Share, useShare } from '../_share/use-share.ts';
import type { DraftMoves } from './draft-moves.ts';
import { requestOf } from './requests.ts';
import { type Files, useFiles } from './use-files.ts';
import { useLanguageDrafts } from './use-language-drafts.ts';
import { type Starts, useStarts } from './use-starts.ts';
import { useView, type View } from './use-view.ts';

export interface Workbench extends DraftHandle, Starts, DraftMoves {
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
  readonly pickLanguage: (language: LanguageInfo) => void;
  /** The saved snippet that the draft began as. */
  readonly opened: Snippet | null;
  readonly run: Run;
  readonly hindrance: string | undefined;
  readonly files: Files;
  readonly share: Share;
  /** The draft as what others are to solve. */
  readonly drill: DrillParts;
  readonly view: View;
  readonly settings: Settings;
  /** Keeps the draft at this moment, and says so. */
  readonly keepNow: () => void;
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
  /** It was opened to become another, even where it is one's own. */
  readonly isFork: boolean;
}

/** Everything the editor page knows and does; the components only draw it. */
export function useWorkbench({ languages: drawn, executionUrl, ...given }: WorkbenchStart): Workbench {
  const { opened: saved, ...ownership } = useOwnSnippet(given.opened, given.isFork);
  const start = { ...given, opened: saved };
  const languages = useLanguages(drawn, executionUrl);
  const settings = useSettings();
  const { language, draft, opened, ...choices } = useLanguageDrafts({ languages, settings, ...start });
  const run = useRun(executionUrl);
  const view = useView();
  const { places, files } = usePlaces(view, draft, language);
  const hindrance = hindranceOf(language);

  const requestNow = () => requestOf(language, draft.draftNow(), run.session.terminalSize());
  const starts = useStarts({ draft, run, view, requestNow, settings, isOff: hindrance !== undefined });
  const history = useHistory(run, starts.ran, settings.historyLength);
  const sharedNow = async () => {
    const state = {
      ...{ language, opened, executionUrl, isFork: start.isFork },
      draft: draft.draftNow(),
      request: requestNow(),
    };
    return (await import('./shared-of.ts')).sharedOf(state);
  };
  const share = useShare(async () => {
    const key = choices.draftId() ?? language.id;
    const ended = starts.isStale ? undefined : run.session.endedRun();
    return { ...(await sharedNow()), key, run: ended };
  });
  const draftNow = async () => (await sharedNow()).draft;
  const drill = { draft, language, draftNow, ...ownership, draftIdNow: choices.draftId };
  const formatting = useFormatting({ language, files, draft, portNow: places.portNow });
  const known = { languages, language, settings, executionUrl, opened, drill };
  return {
    ...{ ...known, run, hindrance, files, share, view, requestNow, history },
    ...draft,
    ...choices,
    ...starts,
    ...formatting,
    ...places,
    download: () => {
      const all = files.paths.map((path) => files.at(path));
      void giveFiles(all, draft.draft.title || language.id).catch(reportError);
    },
    downloadText: (file) => void giveFiles([{ ...file, encoding: 'utf8' }], file.path).catch(reportError),
  };
}

async function giveFiles(files: readonly DraftFile[], name: string): Promise<void> {
  const { downloadFiles } = await import('./download.ts');
  downloadFiles(files, name);
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
