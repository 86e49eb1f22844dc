import type { LimitRanges } from '#protocol/limits.ts';
import type { BootCommand, SandboxStep } from '../sandbox/sandbox.ts';
import { fillCommand } from './command-words.ts';

/** About what a sandbox takes that waits with its interpreter up, where its language says nothing else. */
export const warmBytes = 16 * 1024 * 1024;

/** How a language is booted ahead. */
export interface BootAhead {
  readonly memoryBytes?: number | undefined;
  readonly plainFor: readonly string[];
  /** Its hook can serve forks of itself, and the operator lets sandboxes serve again. */
  readonly forkServer?: boolean | undefined;
}

/** What is needed of a language to boot it ahead. */
export interface BootableLanguage {
  readonly source: string;
  readonly run: readonly string[];
  readonly compile?: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly boot?: BootAhead | undefined;
  readonly ranges: { readonly compile?: LimitRanges | undefined; readonly run: LimitRanges };
}

/**
 * The first step of a request that asks for nothing of its own: what sandboxes start before there is a request. Of a compiler
 * it is the part of its command that is the same for all; the rest is told to what waits.
 */
export function bootCommand(
  language: BootableLanguage,
  plainEnv: Readonly<Record<string, string>>,
): BootCommand | undefined {
  const { source, run, compile, boot } = language;
  if (boot === undefined) return undefined;
  const { processes, openFiles, fileBytes } = firstRanges(language);
  return {
    argv: compile ? sameForAll(compile) : fillCommand(run, { entry: source, sources: [source], args: [] }),
    env: compile ? plainEnv : { ...plainEnv, ...language.env },
    processes: processes.default,
    openFiles: openFiles.default,
    fileBytes: fileBytes.default,
    ...(boot.forkServer ? { forked: true } : {}),
    ...(boot.memoryBytes ? { weight: Math.ceil(boot.memoryBytes / warmBytes) } : {}),
  };
}

/** The limits of the step that a request begins with. */
export function firstRanges({ compile, ranges }: BootableLanguage): LimitRanges {
  return (compile && ranges.compile) ?? ranges.run;
}

function sameForAll(command: readonly string[]): readonly string[] {
  const differs = command.findIndex((word) => word.includes('{entry}') || word === '{sources}');
  return differs < 0 ? command : command.slice(0, differs);
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
