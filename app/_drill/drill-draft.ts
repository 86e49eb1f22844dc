import type { LanguageInfo } from '#protocol/language.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import type { ShareDraft } from '../_share/link-requests.ts';
import type { OwnSnippet } from './own-snippet.ts';
import type { SavedDrill } from './save-drill.ts';

/** What an author makes a drill of. */
export interface DrillDraft {
  readonly statement: string;
  readonly onStatement: (statement: string) => void;
  readonly testCount: number;
  readonly hiddenCount: number;
  /** What is saved. */
  readonly draftNow: () => Promise<ShareDraft>;
  /** The drill that this draft is of already, where this browser may change it. */
  readonly own: OwnSnippet | null;
  readonly onSaved: (saved: SavedDrill) => void;
}

/** What the editor page knows of it; the rest comes with the dialog. */
export interface DrillParts {
  readonly draft: DraftHandle;
  readonly language: LanguageInfo;
  readonly draftNow: () => Promise<ShareDraft>;
  /** The id under which the shown draft is kept. */
  readonly draftIdNow: () => string | undefined;
  /** What this page may change. */
  readonly own: OwnSnippet | null;
  readonly setOwn: (own: OwnSnippet) => void;
}

/** A draft is of the drill that it was saved as, or that the page was opened with, as long as it is in its language. */
export function drillOf({ draft, language, draftNow, own, setOwn, draftIdNow }: DrillParts): DrillDraft {
  const { statement, tests } = draft.draft;
  const hiddenCount = tests.filter(({ hidden }) => hidden).length;
  const isOurs = own?.language === language.id && (own.draftId === undefined || own.draftId === draftIdNow());
  return {
    statement,
    onStatement: (next) => draft.change({ statement: next }),
    testCount: tests.length,
    hiddenCount,
    draftNow,
    own: isOurs ? own : null,
    onSaved: (saved) => {
      const draftId = saved.id === own?.id ? own.draftId : draftIdNow();
      setOwn({ ...saved, draftId, language: language.id, hiddenCount });
    },
  };
}
