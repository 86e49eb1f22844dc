import type { Command } from '../_commands/command.ts';
import { fontSizes, type Settings, usualSettings } from '../_settings/settings.ts';
import { settingsStore } from '../_settings/settings-store.ts';
import { changeLook, type Look, lookNow, themeWords } from '../_theme/look.ts';

/** How the page looks, and how large the code is written. */
export function lookCommands({ fontSize }: Settings): readonly Command[] {
  return [...themeCommands(), ...fontCommands(fontSize)];
}

function themeCommands(): readonly Command[] {
  const themes = Object.entries(themeWords) as [Look['theme'], string][];
  return [
    ...themes.map(
      ([theme, words]): Command => ({
        ...{ id: `look.${theme}`, group: 'View', title: `Theme: ${words.toLowerCase()}` },
        perform: () => changeLook({ theme }),
      }),
    ),
    {
      ...{ id: 'look.contrast', group: 'View', title: 'High contrast on or off' },
      perform: () => changeLook({ contrast: lookNow().contrast === 'more' ? 'system' : 'more' }),
    },
  ];
}

function fontCommands(fontSize: number): readonly Command[] {
  const { min, max } = fontSizes;
  const write = (size: number) => settingsStore.change({ fontSize: size });
  return [
    {
      ...{ id: 'look.larger', group: 'View', title: 'Larger code', keys: ['Mod+Alt+='] },
      isOff: fontSize >= max,
      perform: () => write(Math.min(max, settingsStore.now().fontSize + 1)),
    },
    {
      ...{ id: 'look.smaller', group: 'View', title: 'Smaller code', keys: ['Mod+Alt+-'] },
      isOff: fontSize <= min,
      perform: () => write(Math.max(min, settingsStore.now().fontSize - 1)),
    },
    {
      ...{ id: 'look.usualSize', group: 'View', title: 'Code as large as usual', keys: ['Mod+Alt+0'] },
      perform: () => write(usualSettings.fontSize),
    },
  ];
}
