import type { Command, ExName } from '../_commands/command.ts';

/** What can be typed after vim's colon. */
export function exCommandsOf(commands: readonly Command[]): readonly ExName[] {
  return commands.flatMap(({ ex }) => ex ?? []);
}

/** Performs the command of that name, or says why it cannot be now. */
export function performEx(commands: readonly Command[], name: string): string | undefined {
  const command = commands.find(({ ex }) => ex?.name === name);
  if (command === undefined || command.isOff === true) return `:${name} is not possible now.`;
  // What it opens or focuses comes after the command line has given the focus back to the code.
  setTimeout(command.perform);
  return undefined;
}
