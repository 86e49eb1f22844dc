import type { CursorPosition } from '../_code/editor-port.ts';
import type { Command } from '../_commands/command.ts';
import { executionUrlHere } from '../_run/execution-url.ts';
import { nextProblem } from '../_run/next-problem.ts';
import { runCommand } from '../_run/run-command.ts';
import { curlOf, markdownOf } from '../_share/copy-as.ts';
import { copyText } from '../_theme/copy-text.ts';
import { changeLook, lookNow } from '../_theme/look.ts';
import type { Workbench } from './use-workbench.ts';

/** Everything that can be done on the editor page. Where two have the same keys, the first that is not off has them. */
export function commandsOf(bench: Workbench, cursor: CursorPosition): readonly Command[] {
  return [
    ...runCommands(bench),
    ...fileCommands(bench),
    ...shareCommands(bench),
    ...viewCommands(bench),
    ...lookCommands(),
    ...editorCommands(bench, cursor),
    ...helpCommands(bench),
  ];
}

function runCommands({ run, startRun, tests, view }: Workbench): readonly Command[] {
  const isBare = tests.all.length === 0;
  const command = (id: string, title: string) => ({ id, title, group: 'Run' }) as const;
  const addTest = () => {
    view.showPane('tests');
    tests.add();
  };
  return [
    runCommand(run, startRun),
    { ...command('run.tests', 'Run the tests'), keys: ["Mod+'"], isOff: isBare, perform: tests.runAll },
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

function fileCommands({ files, startClean, download, view }: Workbench): readonly Command[] {
  const { current, isMain, paths } = files;
  return [
    { id: 'file.new', group: 'File', title: 'New file', perform: () => files.setNaming({ from: null }) },
    {
      ...{ id: 'file.rename', group: 'File', title: `Rename ${current.path}` },
      perform: () => files.setNaming({ from: current.path }),
    },
    {
      ...{ id: 'file.delete', group: 'File', title: `Delete ${current.path}`, isOff: isMain(current.path) },
      perform: () => files.remove(current.path),
    },
    ...paths.slice(0, 9).map(
      (path, index): Command => ({
        ...{ id: `file.open.${path}`, group: 'File', title: `Open ${path}`, keys: [`Alt+${index + 1}`] },
        isOff: paths.length === 1,
        perform: () => files.open(path),
      }),
    ),
    { id: 'file.download', group: 'File', title: 'Download the files', perform: download },
    {
      ...{ id: 'file.clean', group: 'File', title: 'New snippet', keys: ['Mod+Alt+N'] },
      perform: startClean,
    },
    { id: 'file.drafts', group: 'File', title: 'Drafts', perform: () => view.openDialog('drafts') },
  ];
}

function shareCommands(bench: Workbench): readonly Command[] {
  const { share, draft, language, files, executionUrl, requestNow } = bench;
  const markdown = () => {
    const texts = files.paths.map((path) => files.at(path)).filter(({ encoding }) => encoding === 'utf8');
    return markdownOf({ title: draft.title, grammar: language.grammar, files: texts });
  };
  return [
    { id: 'share.link', group: 'Share', title: 'Share a link', keys: ['Mod+S'], perform: share.open },
    {
      ...{ id: 'share.curl', group: 'Share', title: 'Copy as curl' },
      perform: () => copyText(curlOf(executionUrl ?? executionUrlHere(), requestNow())),
    },
    {
      ...{ id: 'share.markdown', group: 'Share', title: 'Copy as Markdown' },
      perform: () => copyText(markdown()),
    },
    {
      ...{ id: 'language.pick', group: 'Language', title: 'Choose a language', keys: ['Mod+Alt+L'] },
      perform: () => bench.view.pickLanguage(true),
    },
  ];
}

function viewCommands({ view }: Workbench): readonly Command[] {
  return [
    { id: 'view.output', group: 'View', title: 'Go to the output', keys: ['Ctrl+`'], perform: goToOutput },
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

function lookCommands(): readonly Command[] {
  const themes = { system: 'as the system has it', light: 'light', dark: 'dark' } as const;
  return [
    ...(['system', 'light', 'dark'] as const).map(
      (theme): Command => ({
        ...{ id: `look.${theme}`, group: 'View', title: `Theme: ${themes[theme]}` },
        perform: () => changeLook({ theme }),
      }),
    ),
    {
      ...{ id: 'look.contrast', group: 'View', title: 'High contrast on or off' },
      perform: () => changeLook({ contrast: lookNow().contrast === 'more' ? 'system' : 'more' }),
    },
  ];
}

function editorCommands(bench: Workbench, cursor: CursorPosition): readonly Command[] {
  const { diagnostics } = bench.run.findings;
  const { paths, current } = bench.files;
  const go = (isBackwards: boolean) => {
    const spot = nextProblem(diagnostics, { paths, cursor: { path: current.path, ...cursor }, isBackwards });
    if (spot) bench.reveal(spot);
  };
  const isOff = diagnostics.length === 0;
  return [
    {
      ...{ id: 'editor.format', group: 'Editor', title: 'Format the code', keys: ['Shift+Alt+F'] },
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
      perform: () => go(false),
    },
    {
      ...{ id: 'editor.lastProblem', group: 'Editor', title: 'Previous problem', keys: ['Shift+F8'], isOff },
      perform: () => go(true),
    },
  ];
}

function helpCommands({ view }: Workbench): readonly Command[] {
  return [
    {
      ...{ id: 'help.palette', group: 'Help', title: 'All commands', keys: ['Mod+K', 'F1', 'Mod+Shift+P'] },
      perform: () => view.openDialog('palette'),
    },
    {
      ...{ id: 'help.shortcuts', group: 'Help', title: 'Keyboard shortcuts', keys: ['?'] },
      perform: () => view.openDialog('shortcuts'),
    },
  ];
}
