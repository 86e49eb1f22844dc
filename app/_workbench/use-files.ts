'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import type { LanguageInfo } from '#protocol/language.ts';
import type { EditorPort } from '../_code/editor-port.ts';
import type { DraftFile } from '../_draft/draft.ts';
import {
  fileAt,
  mainPath,
  pathsOf,
  withContent,
  withFile,
  withFileBack,
  withName,
  withOrder,
  withoutFile,
} from '../_draft/draft-files.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';

/** The files of the draft, one of which is open. */
export interface Files {
  readonly paths: readonly string[];
  readonly current: DraftFile;
  readonly at: (path: string) => DraftFile;
  readonly isMain: (path: string) => boolean;
  readonly open: (path: string) => void;
  /** The open file holds this text now. */
  readonly write: (content: string) => void;
  /** Puts files in, in the place of those of their names, and opens the last. */
  readonly put: (added: readonly DraftFile[]) => void;
  readonly rename: (from: string, to: string) => void;
  /** The main file stays. What was deleted can be brought back for a while. */
  readonly remove: (path: string) => void;
  readonly move: (path: string, target: string) => void;
}

export function useFiles(handle: DraftHandle, language: LanguageInfo, port: () => EditorPort | null): Files {
  const [openPath, open] = useState('');
  const { source } = language;
  const { draft, draftNow, change } = handle;
  const put = (added: readonly DraftFile[]) => {
    for (const file of added) {
      const isMain = file.path === mainPath(draftNow(), source);
      change(isMain ? { code: file.content } : withFile(draftNow(), file));
    }
    const last = added.at(-1);
    if (last) open(last.path);
  };
  return {
    paths: pathsOf(draft, source),
    current: fileAt(draft, source, openPath),
    at: (path) => fileAt(draft, source, path),
    isMain: (path) => path === mainPath(draft, source),
    open,
    write: (content) => change(withContent(draftNow(), fileAt(draftNow(), source, openPath).path, content)),
    put,
    rename: (from, to) => {
      change(withName(draftNow(), source, { from, to }));
      open(to);
      port()?.forget(from);
    },
    remove: (path) => {
      const index = draftNow().files.findIndex((file) => file.path === path);
      const file = draftNow().files[index];
      if (file === undefined) return;
      change(withoutFile(draftNow(), path));
      port()?.forget(path);
      const undo = () => {
        change(withFileBack(draftNow(), file, index));
        open(path);
      };
      toast(`Deleted ${path}`, { action: { label: 'Undo', onClick: undo } });
    },
    move: (path, target) => change(withOrder(draftNow(), path, target)),
  };
}
