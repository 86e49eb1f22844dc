import type { LimitRanges, Limits } from '#protocol/limits.ts';
import type { Phase } from '#protocol/run-event.ts';
import type { RunRequest, TerminalSize } from '#protocol/run-request.ts';
import type { DiagnosticRules } from '../languages/diagnostic-rules.ts';
import type { BootCommand, SandboxFile, SandboxSpec, SandboxStep } from '../sandbox/sandbox.ts';
import { type BootAhead, bootCommand, firstRanges, fitsBooted } from './boot-ahead.ts';
import { fillCommand } from './command-words.ts';
import type { TextComparison } from './compare.ts';
import { settleLimits } from './limits.ts';
import { RunRefused } from './refused.ts';

/** What planning needs to know of a language; a ready one has all of it. */
export interface PlannableLanguage {
  readonly id: string;
  readonly version: string;
  readonly image: string;
  readonly digest?: string | undefined;
  readonly source: string;
  readonly extensions: readonly string[];
  readonly compile?: readonly string[] | undefined;
  readonly run: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly boot?: BootAhead | undefined;
  readonly formatter?: { readonly name: string; readonly command: readonly string[] } | undefined;
  readonly diagnostics?: DiagnosticRules | undefined;
  /** Also what compiling may ask for where nothing is compiled: it is refused in the same words. */
  readonly ranges: { readonly compile?: LimitRanges | undefined; readonly run: LimitRanges };
}

export interface PlannedStep {
  readonly phase: Phase;
  readonly command: SandboxStep;
  readonly limits: Limits;
}

/** How an output will be decided upon. Tests with the same checker share its plan. */
export type Rule =
  | TextComparison
  | { readonly kind: 'regex'; readonly flags: string }
  | { readonly kind: 'checker'; readonly plan: RunPlan };

export interface PlannedTest {
  /** Its place in the request, from 1. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly stdin: string;
  readonly expected: string;
  readonly rule: Rule;
  readonly step: PlannedStep;
}

/** What will be done for a request, limits settled. */
export interface RunPlan {
  readonly language: PlannableLanguage;
  readonly spec: SandboxSpec;
  readonly files: readonly SandboxFile[];
  readonly steps: readonly PlannedStep[];
  /** With tests, the program is run for each of them instead of for the request's own stdin and args. */
  readonly judging?: { readonly tests: readonly PlannedTest[]; readonly stopAtFirstFailure: boolean };
}

/** Every step's environment, before the language's own and the request's. */
const plainEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/tmp',
  USER: 'sandbox',
  LOGNAME: 'sandbox',
  LANG: 'C.UTF-8',
};

/** Pure: the files, the steps and the sandbox that a request means. Throws `RunRefused` for what cannot be asked. */
export function planRun(request: RunRequest, language: PlannableLanguage): RunPlan {
  const files = filesOf(request, language);
  const paths = files.map((file) => file.path);
  refuseFilesAsFolders(paths);
  const entry = entryOf(request, language, paths);
  const commands = stepsOf(request, language, { entry, paths });
  return { language, spec: defaultSpec(language), files, steps: commands };
}

/**
 * The sandbox that a run with default limits takes, so that the pool can make it ahead. It suits what is booted in it, or else the
 * program: a compiler is given more when there is something to compile.
 */
export function defaultSpec(language: PlannableLanguage): SandboxSpec {
  const known = defaultSpecs.get(language) ?? newDefaultSpec(language);
  defaultSpecs.set(language, known);
  return known;
}

const defaultSpecs = new WeakMap<PlannableLanguage, SandboxSpec>();

function newDefaultSpec(language: PlannableLanguage): SandboxSpec {
  const boot = bootCommand(language, plainEnv);
  const { memoryBytes, processes } = boot ? firstRanges(language) : language.ranges.run;
  return {
    image: language.image,
    memoryBytes: memoryBytes.default,
    processes: processes.default + ownProcesses(boot),
    boot,
  };
}

/** What counts against the container's process limit besides the program: the agent, and what serves forks. */
export function ownProcesses(boot: BootCommand | undefined): number {
  return boot?.forked ? 2 : 1;
}

function filesOf(request: RunRequest, language: PlannableLanguage): SandboxFile[] {
  const files = request.files.map(({ path, content, encoding }) => ({
    path,
    content: Buffer.from(content, encoding),
  }));
  if (request.code === undefined) {
    if (files.length === 0) throw invalid('code', 'code or files must be there');
    return files;
  }
  const path = request.entry ?? language.source;
  if (files.some((file) => file.path === path)) throw invalid('files', `${path} is the place of code itself`);
  return [{ path, content: Buffer.from(request.code, 'utf8') }, ...files];
}

function refuseFilesAsFolders(paths: readonly string[]): void {
  const folder = paths.find((path) => paths.some((other) => other.startsWith(`${path}/`)));
  if (folder !== undefined) throw invalid('files', `${folder} cannot be both a file and a folder`);
}

function entryOf(request: RunRequest, language: PlannableLanguage, paths: readonly string[]): string {
  if (request.entry !== undefined && !paths.includes(request.entry)) {
    throw invalid('entry', `entry names no file of the request: ${request.entry}`);
  }
  const usual = paths.includes(language.source) ? language.source : paths[0];
  return request.entry ?? usual ?? language.source;
}

function stepsOf(
  request: RunRequest,
  language: PlannableLanguage,
  names: { readonly entry: string; readonly paths: readonly string[] },
): PlannedStep[] {
  const isSource = (path: string) => language.extensions.some((extension) => path.endsWith(extension));
  const sources = names.paths.filter(isSource).map(notAnOption);
  const entry = notAnOption(names.entry);
  const fill = (command: readonly string[]) => fillCommand(command, { entry, sources, args: request.args });
  const run = step('run', fill(language.run), {
    env: { ...plainEnv, ...language.env, ...terminalEnv(request), ...request.env },
    limits: settleLimits(request.limits, language.ranges.run, 'limits'),
    terminal: request.terminal,
  });
  const { compile: ranges } = language.ranges;
  const limits = ranges && settleLimits(request.compileLimits, ranges, 'compileLimits');
  if (language.compile === undefined || limits === undefined) return [goneOn(run, language)];
  return [goneOn(step('compile', fill(language.compile), { env: plainEnv, limits }), language), run];
}

/** A compiler has to be started with the memory that it may have: by that it decides how to use it. */
function goneOn({ command, ...step }: PlannedStep, language: PlannableLanguage): PlannedStep {
  const { boot, memoryBytes } = defaultSpec(language);
  const hasItsMemory = step.phase === 'run' || step.limits.memoryBytes === memoryBytes;
  const booted = hasItsMemory && fitsBooted(command, boot, language.boot?.plainFor);
  return { ...step, command: { ...command, booted } };
}

/** The size is not told here: programs that find it in their environment never ask for it again. */
function terminalEnv({ terminal }: RunRequest): Record<string, string> {
  return terminal === undefined ? {} : { TERM: 'xterm-256color' };
}

interface StepTerms {
  readonly env: Record<string, string>;
  readonly limits: Limits;
  readonly terminal?: TerminalSize | undefined;
}

function step(phase: Phase, argv: readonly string[], { env, limits, terminal }: StepTerms): PlannedStep {
  const { wallMs, cpuMs, processes, openFiles, fileBytes } = limits;
  const filesOut = phase === 'run';
  const command = { argv, env, wallMs, cpuMs, processes, openFiles, fileBytes, filesOut, terminal };
  return { phase, limits, command };
}

/** A file whose name begins like an option must not be read as one. */
function notAnOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

function invalid(field: string, message: string): RunRefused {
  return new RunRefused({ code: 'invalid_request', message: `${message}.`, field });
}
