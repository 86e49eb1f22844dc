import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** A page over plain HTTP, which has no locks: what its origin's pages share is the local storage. */
beforeEach(() => {
  const store = new Map<string, string>();
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const newPage = async () => {
  vi.resetModules();
  return (await import('./draft-hold.ts')).holdDraft;
};

test('a draft that one page holds is not given to another, until it is released', async () => {
  const [hold, holdElsewhere] = [await newPage(), await newPage()];
  const release = await hold('d', { isOwn: false });
  expect(release).toBeDefined();
  expect(await holdElsewhere('d', { isOwn: false })).toBeUndefined();
  expect(await holdElsewhere('other', { isOwn: false })).toBeDefined();
  release?.();
  expect(await holdElsewhere('d', { isOwn: false })).toBeDefined();
});

test('a page that lives keeps what it holds, one that died loses it', async () => {
  const [hold, holdElsewhere] = [await newPage(), await newPage()];
  await hold('d', { isOwn: false });
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(await holdElsewhere('d', { isOwn: false })).toBeUndefined();
  vi.clearAllTimers();
  // Clearing them puts the clock back to its start as well.
  await vi.advanceTimersByTimeAsync(12 * 60_000);
  expect(await holdElsewhere('d', { isOwn: false })).toBeDefined();
});

test('a page that goes away lets go of its draft', async () => {
  const [hold, holdElsewhere] = [await newPage(), await newPage()];
  await hold('d', { isOwn: false });
  window.dispatchEvent(new Event('pagehide'));
  expect(await holdElsewhere('d', { isOwn: false })).toBeDefined();
});

test('a lease that makes no sense holds nothing', async () => {
  localStorage.setItem('draft-held:d', '{{');
  const hold = await newPage();
  expect(await hold('d', { isOwn: false })).toBeDefined();
});
