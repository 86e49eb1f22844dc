import { codeFontNames } from '../_code/code-fonts.ts';
import { change, choice, chosen, flag, number } from './setting-controls.ts';
import type { SettingRow } from './setting-row.ts';
import { fontSizes, isAllowed, type Settings } from './settings.ts';

/** How code is written. */
export function editorRows(settings: Settings): readonly SettingRow[] {
  return [...writingRows(settings), ...textRows(settings)];
}

function writingRows(settings: Settings): readonly SettingRow[] {
  return [
    {
      ...{ id: 'engine', group: 'Editor', label: 'Editor' },
      help: 'Monaco is for a mouse and a keyboard, CodeMirror for fingers too.',
      control: choice(settings, 'engine', [
        ['auto', 'What fits the device'],
        ['monaco', 'Monaco'],
        ['codemirror', 'CodeMirror'],
        ['plain', 'A plain text field'],
      ]),
    },
    {
      ...{ id: 'keymap', group: 'Editor', label: 'Keys' },
      help: 'With vim, :w shares, :run runs, :fmt formats, and Ctrl+M, not Escape, lets Tab leave the code. Emacs chooses CodeMirror, and Ctrl+K is its own.',
      control: choice(settings, 'keymap', [
        ['default', 'Usual'],
        ['vim', 'vim'],
        ['emacs', 'Emacs'],
      ]),
    },
    {
      ...{ id: 'font', group: 'Editor', label: 'Font' },
      help: 'One of those that come along, or the name of a font that this device has.',
      control: {
        ...{ kind: 'text', value: settings.font, placeholder: 'Geist Mono', set: setFont },
        suggestions: codeFontNames,
        ...chosen(settings, 'font'),
      },
    },
    {
      ...{ id: 'font-size', group: 'Editor', label: 'Font size' },
      control: number(settings, 'fontSize', { ...fontSizes, unit: 'pixels' }),
    },
    {
      ...{ id: 'ligatures', group: 'Editor', label: 'Ligatures' },
      help: 'Draws -> and != as one sign, where the font can.',
      control: flag(settings, 'ligatures'),
    },
  ];
}

function setFont(font: string): boolean {
  const may = isAllowed('font', font);
  if (may) change({ font });
  return may;
}

function textRows(settings: Settings): readonly SettingRow[] {
  return [
    {
      ...{ id: 'tab-size', group: 'Editor', label: 'Tab size' },
      control: choice(settings, 'tabSize', [
        ['auto', 'As the language and the file have it'],
        [2, '2'],
        [4, '4'],
        [8, '8'],
      ]),
    },
    { id: 'wrap', group: 'Editor', label: 'Wrap long lines', control: flag(settings, 'wrap') },
    {
      ...{ id: 'line-numbers', group: 'Editor', label: 'Line numbers' },
      control: choice(settings, 'lineNumbers', [
        ['on', 'From the top'],
        ['relative', 'From the cursor'],
      ]),
    },
    {
      ...{ id: 'auto-close', group: 'Editor', label: 'Close brackets and quotes' },
      control: flag(settings, 'autoClose'),
    },
    {
      ...{ id: 'suggestions', group: 'Editor', label: 'Suggestions while typing' },
      help: 'Ctrl+Space always asks for them.',
      control: flag(settings, 'suggestions'),
    },
  ];
}
