import type { CursorPosition } from '../_code/editor-port.ts';
import { isMacHere } from '../_commands/chord.ts';
import type { Command } from '../_commands/command.ts';
import { runCommands } from '../_run/run-commands.ts';
import { fileCommands } from './file-commands.ts';
import { lookCommands } from './look-commands.ts';
import type { Workbench } from './use-workbench.ts';

/** Everything that can be done on the editor page. Where two have the same keys, the first that is not off has them. */
export function commandsOf(bench: Workbench, cursorNow: () => CursorPosition): readonly Command[] {
  return [
    ...runningCommands(bench),
    ...fileCommands(bench),
    ...shareCommands(bench),
    ...viewCommands(bench),
    ...lookCommands(bench.settings),
    ...editorCommands(bench, cursorNow),
    ...helpCommands(bench),
  ];
}

function runningCommands({ run, startRun, tests, view, settings }: Workbench): readonly Command[] {
  const isBare = tests.all.length === 0;
  const command = (id: string, title: string) => ({ id, title, group: 'Run' }) as const;
  const addTest = () => {
    view.showPane('tests');
    tests.add();
  };
  return [
    ...runCommands(run, { onRun: startRun, restarts: settings.restartOnRun }),
    {
      ...command('run.tests', 'Run the tests'),
      keys: ["Mod+'"],
      ex: { short: 'test', name: 'tests' },
      isOff: isBare,
      perform: tests.runAll,
    },
    {
      ...command('run.failed', 'Run the tests that did not pass'),
      keys: ["Mod+Alt+'"],
      isOff: isBare,
      perform: tests.runFailed,
    },
    { ...command('run.addTest', 'Add a test'), keys: ['Alt+N'], perform: addTest },
    { id: 'run.clear', group: 'Run', title: 'Clear the output', perform: () => run.session.clear() },
  ];
}

function shareCommands(bench: Workbench): readonly Command[] {
  const { share, draft, language, executionUrl, requestNow } = bench;
  const copy = async (as: 'curl' | 'markdown') => {
    const { copyAs } = await import('./copy-draft.ts');
    copyAs(as, { draft, language, executionUrl, request: requestNow() });
  };
  return [
    {
      ...{ id: 'share.link', group: 'Share', title: 'Share a link', keys: ['Mod+S'] },
      ex: { short: 'w', name: 'write' },
      perform: share.open,
    },
    {
      ...{ id: 'share.drill', group: 'Share', title: 'Make a drill: statement and hidden tests' },
      perform: () => bench.view.openDialog('drill'),
    },
    {
      ...{ id: 'share.curl', group: 'Share', title: 'Copy as curl' },
      perform: () => void copy('curl').catch(reportError),
    },
    {
      ...{ id: 'share.markdown', group: 'Share', title: 'Copy as Markdown' },
      perform: () => void copy('markdown').catch(reportError),
    },
    {
      ...{ id: 'share.mine', group: 'Share', title: 'My links' },
      perform: () => window.location.assign('/links'),
    },
    {
      ...{ id: 'language.pick', group: 'Language', title: 'Choose a language', keys: ['Mod+Alt+L'] },
      ex: { short: 'lang', name: 'language' },
      perform: () => bench.view.pickLanguage(true),
    },
  ];
}

function viewCommands({ view }: Workbench): readonly Command[] {
  return [
    {
      ...{ id: 'view.output', group: 'View', title: 'Go to the output', keys: ['Ctrl+`'] },
      ex: { short: 'out', name: 'output' },
      perform: goToOutput,
    },
    { id: 'view.input', group: 'View', title: 'Show Input', perform: () => view.showPane('input') },
    { id: 'view.args', group: 'View', title: 'Show Args & env', perform: () => view.showTab('args') },
    { id: 'view.history', group: 'View', title: 'Show History', perform: () => view.showTab('history') },
    {
      ...{ id: 'view.results', group: 'View', title: 'Hide or show the right pane', keys: ['Mod+J'] },
      perform: view.toggleResults,
    },
  ];

  function goToOutput(): void {
    view.showPane('output');
    setTimeout(() => document.querySelector<HTMLElement>('#panel-output :is(input, [role="log"])')?.focus());
  }
}

function editorCommands(bench: Workbench, cursorNow: () => CursorPosition): readonly Command[] {
  const { diagnostics } = bench.run.findings;
  const { paths, current } = bench.files;
  const go = async (isBackwards: boolean) => {
    const { nextProblem } = await import('../_run/next-problem.ts');
    const cursor = { path: current.path, ...cursorNow() };
    const spot = nextProblem(diagnostics, { paths, cursor, isBackwards });
    if (spot) bench.reveal(spot);
  };
  const isOff = diagnostics.length === 0;
  return [
    {
      ...{ id: 'editor.format', group: 'Editor', title: 'Format the code', keys: ['Shift+Alt+F'] },
      ex: { short: 'fmt', name: 'fmt' },
      isOff: !bench.canFormat,
      perform: bench.format.start,
    },
    {
      ...{ id: 'editor.focus', group: 'Editor', title: 'Go to the code', keys: ['Mod+Alt+E'] },
      perform: () => {
        bench.view.showPane('code');
        setTimeout(() => bench.portNow()?.focus());
      },
    },
    {
      ...{ id: 'editor.nextProblem', group: 'Editor', title: 'Next problem', keys: ['F8'], isOff },
      ex: { short: 'cn', name: 'cnext' },
      perform: () => void go(false).catch(reportError),
    },
    {
      ...{ id: 'editor.lastProblem', group: 'Editor', title: 'Previous problem', keys: ['Shift+F8'], isOff },
      ex: { short: 'cp', name: 'cprevious' },
      perform: () => void go(true).catch(reportError),
    },
  ];
}

function helpCommands({ view, settings }: Workbench): readonly Command[] {
  const others = ['F1', 'Mod+Shift+P'];
  // With emacs' keys Ctrl+K takes the rest of the line away.
  const isTaken = settings.keymap === 'emacs' && !isMacHere();
  return [
    {
      ...{ id: 'help.palette', group: 'Help', title: 'All commands' },
      keys: isTaken ? others : ['Mod+K', ...others],
      ex: { short: 'com', name: 'commands' },
      perform: () => view.openDialog('palette'),
    },
    {
      ...{ id: 'help.settings', group: 'Help', title: 'Settings', keys: ['Mod+,'] },
      ex: { short: 'settings', name: 'settings' },
      perform: () => view.openDialog('settings'),
    },
    {
      ...{ id: 'help.shortcuts', group: 'Help', title: 'Keyboard shortcuts', keys: ['?'] },
      perform: () => view.openDialog('shortcuts'),
    },
  ];
}
