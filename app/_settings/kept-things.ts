import { clear, entries } from 'idb-keyval';
import { forgetKey } from './settings-store.ts';

/** A right to change a link, as `_share` keeps it. */
const tokenPrefix = 'bugdrill.edit.';

/** All that this browser keeps for the page. */
export interface KeptThings {
  readonly format: 'bugdrill';
  readonly version: 1;
  readonly exportedAt: string;
  /** Drafts and history, under the names by which they are kept. */
  readonly entries: Readonly<Record<string, unknown>>;
  /** Settings, and the draft that was kept last. */
  readonly items: Readonly<Record<string, unknown>>;
  /** The look and the language. */
  readonly cookies: string;
}

/** Without the rights to change links, unless they are asked for: whoever has one may use it. */
export async function keptThings(withTokens: boolean): Promise<KeptThings> {
  const kept = await entries<string, unknown>();
  const items = Object.entries({ ...localStorage }).filter(
    ([name]) => withTokens || !name.startsWith(tokenPrefix),
  );
  return {
    ...{ format: 'bugdrill', version: 1, exportedAt: new Date().toISOString() },
    entries: Object.fromEntries(kept),
    items: Object.fromEntries(items.map(([name, text]) => [name, parsed(text)])),
    cookies: document.cookie,
  };
}

/** A file that the browser saves. */
export function saveAsFile(things: KeptThings): void {
  const text = JSON.stringify(things, null, 2);
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const download = `bugdrill-${things.exportedAt.slice(0, 10)}.json`;
  Object.assign(document.createElement('a'), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Deletes all of it, here and in the other tabs, which would keep theirs again. Then everything begins anew. */
export async function forgetEverything(): Promise<void> {
  await forgetHere();
  // Told by a change, which is then taken back.
  tellOthers();
  window.location.replace('/');
}

/** Deletes, and sees to it that nothing is kept again when this page goes. */
export async function forgetHere(): Promise<void> {
  document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), {
    capture: true,
  });
  // Added last, it is the last to hear: what a page keeps as it goes is deleted again.
  window.addEventListener('pagehide', clearStorages);
  clearStorages();
  for (const name of document.cookie.split('; ').map((cookie) => cookie.split('=')[0])) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser
    document.cookie = `${name}=; path=/; max-age=0`;
  }
  await clear();
}

function clearStorages(): void {
  localStorage.clear();
  sessionStorage.clear();
}

function tellOthers(): void {
  localStorage.setItem(forgetKey, 'now');
  localStorage.removeItem(forgetKey);
}

/** An export is for people too: what is JSON in it is written as that. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
