import type { LanguageInfo } from '#protocol/language.ts';
import type { Draft } from '../_draft/draft.ts';
import type { DraftSlot } from '../_draft/draft-desk.ts';
import type { KeptDraft } from '../_draft/kept-draft.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import type { PastRun } from '../_history/history.ts';
import type { Program } from '../_start/program-of-files.ts';
import { toast } from '../_theme/toast.ts';

/** The ways from one draft to another. Each leaves the one before where it can be found again. */
export interface DraftMoves {
  /** A new draft, with the language's template. */
  readonly startClean: () => void;
  /** Shows a kept draft, in its language. */
  readonly openDraft: (kept: KeptDraft) => void;
  /** Brings a past run's draft back, in its language; what is written now can be brought back in turn. */
  readonly restorePast: (past: PastRun) => void;
  /** A new draft with a program that was brought along, in its language. */
  readonly startFrom: (program: Program) => void;
}

export interface MovesParts {
  readonly draft: DraftHandle;
  readonly slot: DraftSlot;
  readonly language: LanguageInfo;
  readonly languages: readonly LanguageInfo[];
  readonly slotOf: (language: LanguageInfo) => DraftSlot;
  readonly pickLanguage: (language: LanguageInfo) => void;
}

export function draftMoves({
  draft,
  slot,
  language,
  languages,
  slotOf,
  pickLanguage,
}: MovesParts): DraftMoves {
  const { desk } = draft;
  const languageOf = (id: string) => languages.find((candidate) => candidate.id === id) ?? language;

  const startClean = async () => {
    const undo = await desk.begin(slot, slot.initial);
    tell(begunWords, undo);
  };
  const openDraft = async (kept: KeptDraft) => {
    const target = languageOf(kept.language);
    const isCopy = await desk.open(slotOf(target), kept.id);
    pickLanguage(target);
    if (isCopy) toast(copyWords);
  };
  const begin = async (target: LanguageInfo, begun: Draft, words: string) => {
    const undo = await desk.begin(slotOf(target), begun);
    pickLanguage(target);
    tell(words, async () => {
      pickLanguage(language);
      await undo();
    });
  };
  return {
    startClean: () => void startClean().catch(reportError),
    openDraft: (kept) => void openDraft(kept).catch(reportError),
    restorePast: (past) =>
      void begin(languageOf(past.language), past.draft, 'Brought back').catch(reportError),
    startFrom: (program) => void begin(program.language, program.draft, begunWords).catch(reportError),
  };
}

const begunWords = 'A new snippet. The one before is among your drafts.';
const copyWords = 'This draft is open in another tab. Here is a copy of it.';

interface Found {
  readonly keptAt: number;
  readonly isCopy: boolean;
  readonly take: () => void;
}

const offeredForMs = 20_000;

/** It stays where it is. */
export function offerKept({ keptAt, take }: Found): void {
  toast(`Your draft from ${clockWords(keptAt)} is still there`, {
    duration: offeredForMs,
    action: { label: 'Bring it back', onClick: take },
  });
}

function clockWords(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

export function tellRestored({ keptAt, isCopy }: Found, onClean: () => void): void {
  const words = isCopy ? copyWords : `Restored your draft from ${clockWords(keptAt)}`;
  toast(words, { action: { label: 'Start clean', onClick: onClean } });
}

/** Said once, and left standing: what is written from here on is only on the page. */
export function tellLost(reason: unknown): void {
  const why =
    reason instanceof DOMException && reason.name === 'QuotaExceededError'
      ? 'has no room left'
      : 'keeps nothing';
  toast.error(
    `This browser ${why}: drafts are lost when the page is closed. Share or download what you want to keep.`,
    {
      duration: Number.POSITIVE_INFINITY,
    },
  );
}

function tell(words: string, undo: () => Promise<void>): void {
  toast(words, { action: { label: 'Undo', onClick: () => void undo().catch(reportError) } });
}
