import { toast } from '../_theme/toast.ts';

export const copyWords = 'This draft is open in another tab. Here is a copy of it.';

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
