import type { Command } from '../_commands/command.ts';
import { isUnderWay } from './run-state.ts';
import type { Run } from './use-run.ts';

interface RunCommandsParts {
  readonly onRun: () => void;
  /** Whether Run, while something runs, stops that and runs anew. */
  readonly restarts?: boolean;
}

/** Run, which is Stop while something runs or starts that anew; and Stop by itself. */
export function runCommands(
  { state, session }: Run,
  { onRun, restarts }: RunCommandsParts,
): readonly Command[] {
  const isBusy = isUnderWay(state);
  const stop = () => session.stop();
  const stops = isBusy && restarts !== true;
  return [
    {
      ...{ id: 'run.toggle', group: 'Run', keys: ['Mod+Enter'], ex: { short: 'run', name: 'run' } },
      title: stops ? 'Stop' : runWords(isBusy),
      perform: stops ? stop : onRun,
    },
    {
      ...{ id: 'run.stop', group: 'Run', keys: ['Mod+.'], ex: { short: 'stop', name: 'stop' } },
      // Without a restart Run says it already.
      title: restarts ? 'Stop' : 'Stop the run',
      isOff: !isBusy,
      perform: stop,
    },
  ];
}

function runWords(isBusy: boolean): string {
  return isBusy ? 'Restart' : 'Run';
}
