import type { Chord } from './chord.ts';

export const commandGroups = ['Run', 'File', 'Share', 'Language', 'View', 'Editor', 'Help'] as const;

/** One thing that a person can do on the page: menus, palette, shortcut sheet and keys all know it from here. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: (typeof commandGroups)[number];
  readonly keys?: readonly Chord[];
  /** What it is called on vim's command line, at full length and as short as may be: `:write`, `:w`. */
  readonly ex?: ExName;
  /** True where it can't be done now: it is not offered, and its keys are left to others. */
  readonly isOff?: boolean;
  readonly perform: () => void;
}

export interface ExName {
  readonly short: string;
  readonly name: string;
}

/** Those that can be done now. */
export function availableOf(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ isOff }) => isOff !== true);
}
