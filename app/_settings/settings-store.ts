import { parseSettings, type Settings, usualSettings, writeSettings } from './settings.ts';

export const settingsKey = 'bugdrill.settings';
/** What one tab writes to tell the others that everything is to be deleted. */
export const forgetKey = 'bugdrill.forget';

/** Where settings are kept; a browser may refuse each of it. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** The settings of this browser. All tabs have the same; where the browser keeps nothing, each has its own. */
export class SettingsStore {
  private kept: string | null = null;
  private settings: Settings = usualSettings;
  private readonly listeners = new Set<() => void>();

  /** `shelf` is asked for anew each time: merely to ask for a blocked one throws. */
  constructor(private readonly shelf: () => Shelf) {
    this.read();
  }

  readonly now = (): Settings => this.settings;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) window.addEventListener('storage', this.onStorage);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) window.removeEventListener('storage', this.onStorage);
    };
  };

  change(change: Partial<Settings>): void {
    // Another tab may have changed some in this very moment.
    this.read();
    this.settings = { ...this.settings, ...change };
    const kept = writeSettings(this.settings);
    try {
      this.shelf().setItem(settingsKey, kept);
      this.kept = kept;
    } catch {
      // What cannot be kept holds for as long as the page is open.
    }
    this.tell();
  }

  /** Told by other tabs. Without a key everything was cleared. */
  private readonly onStorage = ({ key }: StorageEvent): void => {
    if (key !== settingsKey && key !== null) return;
    this.read();
    this.tell();
  };

  private read(): void {
    let kept: string | null;
    try {
      kept = this.shelf().getItem(settingsKey);
    } catch {
      return;
    }
    if (kept === this.kept) return;
    this.kept = kept;
    this.settings = parseSettings(kept);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** This page's. */
export const settingsStore = new SettingsStore(() => localStorage);
