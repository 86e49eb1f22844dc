export const settingGroups = ['Editor', 'Appearance', 'Running', 'Files and drafts', 'Shortcuts'] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** One setting as a person sees it. */
export interface SettingRow {
  readonly id: string;
  readonly group: SettingGroup;
  readonly label: string;
  readonly help?: string;
  readonly control: Control;
}

interface Chosen {
  /** False once it was changed. */
  readonly isUsual: boolean;
  readonly reset: () => void;
}

export type Control =
  | ({ readonly kind: 'flag'; readonly isOn: boolean; readonly set: (isOn: boolean) => void } & Chosen)
  | ({
      readonly kind: 'choice';
      readonly index: number;
      readonly words: readonly string[];
      readonly pick: (index: number) => void;
    } & Chosen)
  | ({
      readonly kind: 'number';
      readonly value: number;
      readonly range: Range;
      readonly set: (value: number) => void;
    } & Chosen)
  | ({
      readonly kind: 'text';
      readonly value: string;
      readonly placeholder: string;
      /** Values to pick from; others may be written. */
      readonly suggestions: readonly string[];
      /** False for what may not be; then nothing is changed. */
      readonly set: (value: string) => boolean;
    } & Chosen)
  /** Something that is so, and is not chosen here. */
  | { readonly kind: 'fact' };

interface Range {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** The settings that a text asks for: every word of it must be somewhere in what the setting says. */
export function foundRows(rows: readonly SettingRow[], text: string): readonly SettingRow[] {
  return rows.filter(({ label, help = '', group, control }) =>
    isFound([label, help, group, ...(control.kind === 'choice' ? control.words : [])].join(' '), text),
  );
}

export function isFound(said: string, text: string): boolean {
  const known = said.toLowerCase();
  const words = text.trim().toLowerCase().split(/\s+/);
  return words.every((word) => known.includes(word));
}
