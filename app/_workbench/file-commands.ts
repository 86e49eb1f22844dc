import type { Command } from '../_commands/command.ts';
import type { Workbench } from './use-workbench.ts';

/** What can be done with the files, and with the draft as a whole. */
export function fileCommands({ files, startClean, download, keepNow, view }: Workbench): readonly Command[] {
  const { current, isMain, paths } = files;
  return [
    {
      ...{ id: 'file.new', group: 'File', title: 'New file', ex: { short: 'ene', name: 'enew' } },
      perform: () => files.setNaming({ from: null }),
    },
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
        ...{ id: `file.open.${index + 1}`, group: 'File', title: `Open ${path}`, keys: [`Alt+${index + 1}`] },
        isOff: paths.length === 1,
        perform: () => files.open(path),
      }),
    ),
    { id: 'file.keep', group: 'File', title: 'Save the draft now', perform: keepNow },
    { id: 'file.download', group: 'File', title: 'Download the files', perform: download },
    {
      ...{ id: 'file.clean', group: 'File', title: 'New snippet', keys: ['Mod+Alt+N'] },
      perform: startClean,
    },
    { id: 'file.start', group: 'File', title: 'Start from…', perform: () => view.openDialog('start') },
    { id: 'file.drafts', group: 'File', title: 'Drafts', perform: () => view.openDialog('drafts') },
  ];
}
