import type { Command } from '../_commands/command.ts';
import { isUnderWay } from './run-state.ts';
import type { Run } from './use-run.ts';

/** Run, which is Stop while something runs. */
export function runCommand({ state, session }: Run, onRun: () => void): Command {
  if (isUnderWay(state)) {
    const keys = ['Mod+Enter', 'Mod+.'];
    return { id: 'run.toggle', group: 'Run', title: 'Stop', keys, perform: () => session.stop() };
  }
  return { id: 'run.toggle', group: 'Run', title: 'Run', keys: ['Mod+Enter'], perform: onRun };
}
