import type { ExternalToast } from 'sonner';

type Say = (words: string, options?: ExternalToast) => void;

let open: () => void;
/** Resolves when there is a place for messages: what was said before would be lost. */
const opened = new Promise<void>((resolve) => {
  open = resolve;
});

/** Called once, when the place for messages is on the page. */
export function toastsAreThere(): void {
  open();
}

/** Short messages over the page. Their library comes after the page, so that none waits for it. */
export const toast: Say & { readonly error: Say; readonly dismiss: (id: string) => void } = Object.assign(
  (words: string, options?: ExternalToast) => void withLibrary((library) => library(words, options)),
  {
    error: (words: string, options?: ExternalToast) =>
      void withLibrary((library) => library.error(words, options)),
    dismiss: (id: string) => void withLibrary((library) => library.dismiss(id)),
  },
);

/** Says what could not be taken: the first three in words, how many more there are, until a person puts it away. */
export function tellRefused(refused: readonly string[]): void {
  if (refused.length === 0) return;
  const more = refused.length > 3 ? [`and ${refused.length - 3} more`] : [];
  toast.error([...refused.slice(0, 3), ...more].join(' · '), { duration: Number.POSITIVE_INFINITY });
}

async function withLibrary(say: (library: typeof import('sonner').toast) => void): Promise<void> {
  await opened;
  say((await import('sonner')).toast);
}
