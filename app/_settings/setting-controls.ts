import type { Control } from './setting-row.ts';
import { type Settings, usualSettings } from './settings.ts';
import { settingsStore } from './settings-store.ts';

/** Values with the words for them; the first is the usual one. */
export type Choices<T> = readonly (readonly [T, string])[];

export function change(part: Partial<Settings>): void {
  settingsStore.change(part);
}

export function chosen<Name extends keyof Settings>(settings: Settings, name: Name) {
  return {
    isUsual: settings[name] === usualSettings[name],
    reset: () => void change({ [name]: usualSettings[name] }),
  };
}

type ChoiceControl = Extract<Control, { kind: 'choice' }>;
type NumberControl = Extract<Control, { kind: 'number' }>;
type FlagName = { [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never }[keyof Settings];

export function flag(settings: Settings, name: FlagName): Control {
  const set = (isOn: boolean) => void change({ [name]: isOn });
  return { kind: 'flag', isOn: settings[name], set, ...chosen(settings, name) };
}

export function choice<Name extends keyof Settings>(
  settings: Settings,
  name: Name,
  choices: Choices<Settings[Name]>,
): Control {
  const set = (value: Settings[Name]) => void change({ [name]: value });
  return { ...among(choices, settings[name], set), ...chosen(settings, name) };
}

export function number(
  settings: Settings,
  name: 'fontSize' | 'warnAfterSeconds',
  range: NumberControl['range'],
): Control {
  const set = (value: number) => void change({ [name]: value });
  return { kind: 'number', value: settings[name], range, set, ...chosen(settings, name) };
}

/** For what is no setting of the store: the first is the usual one. */
export function among<T>(choices: Choices<T>, value: T, set: (value: T) => void): ChoiceControl {
  const index = choices.findIndex(([one]) => one === value);
  const pick = (next: number) => {
    const [one] = choices[next] ?? [];
    if (one !== undefined) set(one);
  };
  const words = choices.map(([, said]) => said);
  return { kind: 'choice', index, words, pick, isUsual: index === 0, reset: () => pick(0) };
}
