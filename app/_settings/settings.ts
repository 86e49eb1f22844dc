import { type EditorEngine, type EditorOptions, usualOptions } from '../_code/editor-options.ts';
import type { Chord } from '../_commands/chord.ts';
import type { KeyChoices } from '../_commands/key-choices.ts';
import type { Draft } from '../_draft/draft.ts';
import { flag, numberBetween, oneOf, type Reader, recordOf, text } from './readers.ts';

/** What a person has chosen in this browser. How the pages look is a cookie of its own: the server draws by it. */
export interface Settings extends EditorOptions {
  readonly engine: EditorEngine;
  /** Whether Run, while a program runs, stops it and runs what is written now. */
  readonly restartOnRun: boolean;
  readonly clearOnRun: boolean;
  /** What a draft begins with. */
  readonly inputMode: Draft['inputMode'];
  /** 0: shortly before the time limit. */
  readonly warnAfterSeconds: number;
  readonly startWith: 'last' | 'clean';
  /** How long after the last change a draft is kept. */
  readonly autosaveMs: number;
  /** How many past runs are kept. */
  readonly historyLength: number;
  /** The keys of those commands that were given others than their usual ones. */
  readonly keys: KeyChoices;
}

export const usualSettings: Settings = {
  ...usualOptions,
  engine: 'auto',
  restartOnRun: false,
  clearOnRun: true,
  inputMode: 'interactive',
  warnAfterSeconds: 0,
  startWith: 'last',
  autosaveMs: 400,
  historyLength: 50,
  keys: {},
};

export const fontSizes = { min: 11, max: 24 } as const;
/** In milliseconds. */
export const autosavePauses = [400, 2_000, 10_000, 60_000] as const;
export const historyLengths = [0, 10, 50, 100, 200] as const;

const version = 1;
const mostText = 100_000;

const chord: Reader<Chord> = text(/^(?:(?:Mod|Ctrl|Alt|Shift)\+){0,4}(?:[^\s+]{1,12}|\+)$/);

/** For each setting what it may be; anything else is as if it had not been chosen. */
const readers: { readonly [Name in keyof Settings]: Reader<Settings[Name]> } = {
  font: text(/^[\p{L}\p{N} ._-]{0,64}$/u),
  fontSize: numberBetween(fontSizes.min, fontSizes.max),
  ligatures: flag,
  tabSize: oneOf<Settings['tabSize']>('auto', 2, 4, 8),
  wrap: flag,
  lineNumbers: oneOf('on', 'relative'),
  autoClose: flag,
  suggestions: flag,
  keymap: oneOf('default', 'vim', 'emacs'),
  engine: oneOf('auto', 'monaco', 'codemirror', 'plain'),
  restartOnRun: flag,
  clearOnRun: flag,
  inputMode: oneOf('interactive', 'text', 'terminal'),
  warnAfterSeconds: numberBetween(0, 600),
  startWith: oneOf('last', 'clean'),
  autosaveMs: oneOf(...autosavePauses),
  historyLength: oneOf(...historyLengths),
  keys: recordOf(chord, { entries: 200, values: 8 }),
};

/** Settings as they were kept. Whatever in them is not ours, or from a version that is not known, is as usual. */
export function parseSettings(kept: string | null): Settings {
  const found = recordIn(kept);
  return found['version'] === version ? readSettings(found) : usualSettings;
}

function readSettings(found: Readonly<Record<string, unknown>>): Settings {
  const read = Object.entries(readers).flatMap(([name, reader]) => {
    const value = Object.hasOwn(found, name) ? reader(found[name]) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return { ...usualSettings, ...Object.fromEntries(read) };
}

/** Only what differs from the usual: what is usual may become another. */
export function writeSettings(settings: Settings): string {
  const chosen = Object.entries(settings).filter(([name, value]) => !isUsual(name, value));
  return JSON.stringify({ version, ...Object.fromEntries(chosen) });
}

/** Whether a setting may have this value. */
export function isAllowed<Name extends keyof Settings>(name: Name, value: unknown): value is Settings[Name] {
  return readers[name](value) !== undefined;
}

function isUsual(name: string, value: unknown): boolean {
  const usual: unknown = usualSettings[name as keyof Settings];
  return name === 'keys' ? Object.keys(value as KeyChoices).length === 0 : value === usual;
}

function recordIn(kept: string | null): Readonly<Record<string, unknown>> {
  if (kept === null || kept.length > mostText) return {};
  try {
    const found: unknown = JSON.parse(kept);
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
