/** What the placeholders of a manifest's command stand for. */
export interface CommandNames {
  readonly entry: string;
  readonly sources: readonly string[];
  readonly args: readonly string[];
}

/** A command of a manifest's as it is executed. */
export function fillCommand(command: readonly string[], { entry, sources, args }: CommandNames): string[] {
  return command.flatMap((word) => {
    if (word === '{args}') return args;
    if (word === '{sources}') return sources.length > 0 ? sources : [entry];
    return [word.replaceAll('{entry}', entry)];
  });
}
