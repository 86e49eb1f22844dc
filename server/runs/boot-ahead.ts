import type { LimitRanges } from '#protocol/limits.ts';
import type { BootCommand, SandboxStep } from '../sandbox/sandbox.ts';
import { fillCommand } from './command-words.ts';

/** How a language is booted ahead. */
export interface BootAhead {
  readonly plainFor: readonly string[];
  /** Its hook can serve forks of itself, and the operator lets sandboxes serve again. */
  readonly forkServer?: boolean | undefined;
}

/** What is needed of a language to boot it ahead. */
export interface BootableLanguage {
  readonly source: string;
  readonly run: readonly string[];
  readonly compile?: readonly string[] | undefined;
  readonly boot?: BootAhead | undefined;
  readonly ranges: { readonly run: LimitRanges };
}

/** The run step of a request that asks for nothing of its own: what sandboxes start before there is a request. */
export function bootCommand(
  { source, run, compile, boot, ranges }: BootableLanguage,
  env: Readonly<Record<string, string>>,
): BootCommand | undefined {
  if (boot === undefined || compile !== undefined) return undefined;
  const { processes, openFiles, fileBytes } = ranges.run;
  return {
    argv: fillCommand(run, { entry: source, sources: [source], args: [] }),
    env,
    processes: processes.default,
    openFiles: openFiles.default,
    fileBytes: fileBytes.default,
    ...(boot.forkServer ? { forked: true } : {}),
  };
}

/** Whether a step can go on in what was booted, so that nobody sees a difference. */
export function fitsBooted(
  step: SandboxStep,
  boot: BootCommand | undefined,
  plainFor: readonly string[] = [],
): boolean {
  if (boot === undefined || step.terminal !== undefined) return false;
  const { processes, openFiles, fileBytes } = boot;
  const hasItsLimits =
    step.processes === processes && step.openFiles === openFiles && step.fileBytes === fileBytes;
  const isItsCommand = boot.argv.every((word, at) => step.argv[at] === word);
  const differs = (name: string) => step.env[name] !== boot.env[name];
  return (
    hasItsLimits &&
    isItsCommand &&
    !Object.keys(step.env).some((name) => differs(name) && isOneOf(name, plainFor))
  );
}

function isOneOf(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}
