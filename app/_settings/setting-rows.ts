import { formatSeconds } from '#protocol/outcome-words.ts';
import { changeLook, type Look, themeWords } from '../_theme/look.ts';
import { editorRows } from './editor-rows.ts';
import { among, type Choices, change, choice, flag, number } from './setting-controls.ts';
import type { SettingRow } from './setting-row.ts';
import { autosavePauses, historyLengths, type Settings, usualSettings } from './settings.ts';

/** All settings but the shortcuts, as they are now. */
export function settingRows(settings: Settings, look: Look): readonly SettingRow[] {
  return [...editorRows(settings), ...appearanceRows(look), ...runningRows(settings), ...draftRows(settings)];
}

function appearanceRows({ theme, contrast, density }: Look): readonly SettingRow[] {
  const themes = Object.entries(themeWords) as [Look['theme'], string][];
  const contrasts: Choices<Look['contrast']> = [
    ['system', 'As the system has it'],
    ['more', 'More'],
  ];
  const densities: Choices<Look['density']> = [
    ['normal', 'Normal'],
    ['compact', 'Compact'],
  ];
  return [
    {
      ...{ id: 'theme', group: 'Appearance', label: 'Theme' },
      control: among(themes, theme, (next) => changeLook({ theme: next })),
    },
    {
      ...{ id: 'contrast', group: 'Appearance', label: 'Contrast' },
      control: among(contrasts, contrast, (next) => changeLook({ contrast: next })),
    },
    {
      ...{ id: 'density', group: 'Appearance', label: 'Density' },
      help: 'Compact puts bars and lines closer together, on wide screens.',
      control: among(densities, density, (next) => changeLook({ density: next })),
    },
    {
      ...{ id: 'motion', group: 'Appearance', label: 'Motion' },
      help: 'Follows the system: where that asks for less motion, nothing here moves.',
      control: { kind: 'fact' },
    },
  ];
}

function runningRows(settings: Settings): readonly SettingRow[] {
  return [
    {
      ...{ id: 'restart', group: 'Running', label: 'Restart on Run' },
      help: 'While a program runs, Run stops it and runs what is written now. Stop stands beside it.',
      control: flag(settings, 'restartOnRun'),
    },
    {
      ...{ id: 'clear', group: 'Running', label: 'Clear the output on Run' },
      help: 'Otherwise a new run’s output comes under what is there. A terminal always begins empty.',
      control: flag(settings, 'clearOnRun'),
    },
    {
      ...{ id: 'input-mode', group: 'Running', label: 'Input of a new draft' },
      control: choice(settings, 'inputMode', [
        ['interactive', 'Interactive: lines while it runs'],
        ['text', 'Text, sent at the start'],
        ['terminal', 'A terminal'],
      ]),
    },
    {
      ...{ id: 'warn', group: 'Running', label: 'Say that a program still runs after' },
      help: '0: shortly before it is stopped.',
      control: number(settings, 'warnAfterSeconds', { min: 0, max: 600, unit: 'seconds' }),
    },
  ];
}

function draftRows(settings: Settings): readonly SettingRow[] {
  const lengths: Choices<Settings['historyLength']> = historyLengths.map((length) => [
    length,
    length === 0 ? 'None' : String(length),
  ]);
  return [
    {
      ...{ id: 'start-with', group: 'Files and drafts', label: 'Start with' },
      help: 'With the template, your last draft is offered, and stays until you write something else.',
      control: choice(settings, 'startWith', [
        ['last', 'The last draft'],
        ['clean', 'The clean template'],
      ]),
    },
    {
      ...{ id: 'autosave', group: 'Files and drafts', label: 'Save a draft after a pause of' },
      help: 'And at once when the page is hidden or left.',
      control: choice(
        settings,
        'autosaveMs',
        autosavePauses.map((pause) => [pause, formatSeconds(pause)]),
      ),
    },
    {
      ...{ id: 'history-length', group: 'Files and drafts', label: 'Runs in the history' },
      help: 'With less, the oldest are deleted at once.',
      control: {
        ...among(lengths, settings.historyLength, keepRuns),
        isUsual: settings.historyLength === usualSettings.historyLength,
        reset: () => keepRuns(usualSettings.historyLength),
      },
    },
  ];
}

function keepRuns(historyLength: Settings['historyLength']): void {
  change({ historyLength });
  void import('../_history/history-store.ts')
    .then(({ shortenHistory }) => shortenHistory(historyLength))
    // A browser that keeps no history has none to shorten.
    .catch(() => undefined);
}
