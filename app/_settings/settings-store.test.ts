import { afterEach, expect, test, vi } from 'vitest';
import { usualSettings } from './settings.ts';
import { SettingsStore, type Shelf, settingsKey } from './settings-store.ts';

function shelfOf(kept: Record<string, string> = {}): Shelf & { readonly kept: Record<string, string> } {
  return {
    kept,
    getItem: (name) => kept[name] ?? null,
    setItem: (name, text) => {
      kept[name] = text;
    },
  };
}

/** Stands for the window, which tells of what other tabs wrote. */
function withWindow(): EventTarget {
  const window = new EventTarget();
  vi.stubGlobal('window', window);
  return window;
}

const told = (key: string | null) => Object.assign(new Event('storage'), { key });

afterEach(() => void vi.unstubAllGlobals());

test('what is changed is kept, told, and there for the next page', () => {
  withWindow();
  const shelf = shelfOf();
  const store = new SettingsStore(() => shelf);
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  store.change({ fontSize: 20 });
  expect(listener).toHaveBeenCalledOnce();
  expect(new SettingsStore(() => shelf).now()).toEqual({ ...usualSettings, fontSize: 20 });
  leave();
  store.change({ fontSize: 21 });
  expect(listener).toHaveBeenCalledOnce();
});

test('the same settings are the same object as long as nothing changes', () => {
  const shelf = shelfOf();
  const store = new SettingsStore(() => shelf);
  expect(store.now()).toBe(store.now());
});

test('what another tab changed is told, and what it wrote elsewhere is not', () => {
  const window = withWindow();
  const shelf = shelfOf();
  const [store, other] = [new SettingsStore(() => shelf), new SettingsStore(() => shelf)];
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  other.change({ wrap: true });
  window.dispatchEvent(told('something else'));
  expect(listener).not.toHaveBeenCalled();
  window.dispatchEvent(told(settingsKey));
  expect(listener).toHaveBeenCalledOnce();
  expect(store.now().wrap).toBe(true);
  delete shelf.kept[settingsKey];
  window.dispatchEvent(told(null));
  expect(store.now()).toEqual(usualSettings);
  leave();
  window.dispatchEvent(told(settingsKey));
  expect(listener).toHaveBeenCalledTimes(2);
});

test('two tabs that change different settings lose neither', () => {
  const shelf = shelfOf();
  const [one, other] = [new SettingsStore(() => shelf), new SettingsStore(() => shelf)];
  one.change({ wrap: true });
  other.change({ fontSize: 20 });
  expect(new SettingsStore(() => shelf).now()).toMatchObject({ wrap: true, fontSize: 20 });
});

test('where storage is blocked the settings are usual, and a change holds for the page', () => {
  const store = new SettingsStore(() => {
    throw new Error('SecurityError');
  });
  expect(store.now()).toEqual(usualSettings);
  store.change({ fontSize: 20 });
  store.change({ wrap: true });
  expect(store.now()).toMatchObject({ fontSize: 20, wrap: true });
});

test('where storage is full a change still holds for the page', () => {
  const shelf: Shelf = {
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  const store = new SettingsStore(() => shelf);
  store.change({ fontSize: 20 });
  store.change({ wrap: true });
  expect(store.now()).toMatchObject({ fontSize: 20, wrap: true });
});
