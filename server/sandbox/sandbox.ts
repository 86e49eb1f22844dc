import type { OutputStream } from '#protocol/run-event.ts';

const MiB = 1024 * 1024;

/** What each writable folder may hold. Together less than a sandbox's default memory, so a full folder is no out-of-memory. */
export const writableBytes = { '/work': 64 * MiB, '/tmp': 32 * MiB, '/dev/shm': 16 * MiB } as const;

/** What a sandbox is made of. Two sandboxes of equal specs can stand in for each other. */
export interface SandboxSpec {
  /** The image's name or digest. */
  readonly image: string;
  /** The memory the sandbox has when it is handed over; `setMemory` changes it. */
  readonly memoryBytes: number;
  /** The most processes and threads the sandbox may hold at once, the agent included; `setProcesses` changes it. */
  readonly processes: number;
  /** What is started ahead of the step that it is for; each reset starts it again. */
  readonly boot?: BootCommand | undefined;
}

/** A command that is started before it is known for which run, and then waits for the arguments and the environment. */
export interface BootCommand extends ProcessLimits {
  /** A step that is to become of it begins with the same words. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Rather as a fork of one that was started once, in a sandbox that is used again; the server of these forks is one process more. */
  readonly forked?: boolean | undefined;
  /** As how many usual sandboxes one counts that waits with it; one where nothing is said. */
  readonly weight?: number | undefined;
}

/** What a process is given when it starts, and no less afterwards. */
interface ProcessLimits {
  readonly processes: number;
  readonly openFiles: number;
  readonly fileBytes: number;
}

export interface SandboxFile {
  /** Relative to the work folder, forward slashes; its folders are made. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

/** One command and what it may use. The agent enforces wall, CPU, open files and file size; all limits are per step. */
export interface SandboxStep extends ProcessLimits {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it is given must not be guessed from any trace: a sandbox in which it ran serves no other run. */
  readonly isSecret?: boolean;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Gives the step a terminal of this size instead of pipes; its output is then all stdout. */
  readonly terminal?: TerminalSize | undefined;
  /** Lets the step find a folder for files that are to be collected, `outFolder`; its exit tells whether it holds any. */
  readonly filesOut?: boolean | undefined;
  /** Lets the step go on in what the sandbox booted, where that fits; else it is started plainly, and nobody sees a difference. */
  readonly booted?: boolean | undefined;
}

export type NextStep = Pick<SandboxStep, 'booted'>;

/** Where a program leaves files for its client, relative to the work folder. */
export const outFolder = 'out';

export interface TerminalSize {
  readonly rows: number;
  readonly columns: number;
}

/** What to take out of the work folder after a step. */
export interface CollectRequest {
  /** Relative to the work folder; `.` is all of it. */
  readonly folder: string;
  readonly maxBytes: number;
  readonly maxFiles: number;
}

export interface Collected {
  /** Regular files only, their paths relative to the work folder, in the order of their names; links are never followed. */
  readonly files: readonly SandboxFile[];
  /** Paths of what was there and not taken: over the limits, or no regular file. At most 100. */
  readonly leftOut: readonly string[];
}

/** What a sandbox that is as new needs before it is so for the clock too. */
export interface Rest {
  /** After so long, nobody waits for CPU time that was used before. */
  readonly restMs: number;
}

/** Why a step was killed, as it was written down where the kill was made. */
export type KillReason = 'wall' | 'cpu' | 'memory' | 'host';

export interface StepExit {
  /** Exactly one of the two: what the program said, or the signal that ended it. */
  readonly exitCode: number | null;
  readonly signal: number | null;
  /** Null when nobody killed it. */
  readonly killedBy: KillReason | null;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  /** How often the kernel refused the step a new process, and whether a writable folder was seen full: which, where it is known. */
  readonly processRefusals: number;
  readonly diskFull: boolean;
  readonly fullFolder?: FullFolder | undefined;
  /** Whether a file was left that is exactly as large as one may be: it would have grown further, or ended there by chance. */
  readonly fileFull: boolean;
  /** Whether something is in `outFolder`; never of a step that did not ask for it. */
  readonly filesOut: boolean;
  /** Whether it went on in what was booted ahead. */
  readonly booted: boolean;
}

export interface FullFolder {
  readonly path: string;
  /** What it may hold. */
  readonly bytes: number;
  /** As many files and folders as it may hold, where these ran out and not the bytes. */
  readonly files: number | undefined;
}

export type StepEvent =
  | { readonly type: 'output'; readonly stream: OutputStream; readonly data: Uint8Array }
  | { readonly type: 'usage'; readonly cpuMs: number; readonly memoryBytes: number }
  /** Always the last one, and always there, unless the sandbox itself broke: then the iteration throws `SandboxBroken`. */
  | { readonly type: 'exit'; readonly exit: StepExit };

/** A step under way. Reading `events` slowly slows the program down: nothing is buffered beyond a small window. */
export interface RunningStep {
  readonly events: AsyncIterable<StepEvent>;
  /** Feeds stdin; resolves when the program's pipe took it all, or when the step ended first. */
  write(data: Uint8Array): Promise<void>;
  /** Says that stdin ends after what was written. */
  end(): void;
  /** Kills every process of the step; its exit then says `killedBy: 'host'`, unless something killed it before. */
  kill(): void;
  /** Sends a signal to the step's process group, or to its terminal's foreground group. Nothing happens after its end. */
  signal(number: number): void;
  /** Changes the size of the step's terminal. Nothing happens without one. */
  resize(size: TerminalSize): void;
}

/** One container that runs untrusted code, for one run. Disposing it removes it, and is safe twice. */
export interface Sandbox extends AsyncDisposable {
  readonly id: string;
  /** Resolves, and never rejects, when the sandbox can no longer be used: it died or was disposed. */
  readonly gone: Promise<void>;
  /** False while what the sandbox boots ahead is still coming up. */
  readonly isUp: boolean;
  writeFiles(files: readonly SandboxFile[]): Promise<void>;
  /** One step at a time: the next may start when the last one's exit was seen. */
  start(step: SandboxStep): RunningStep;
  /** Reads files out of the work folder, between steps. A folder that is not there holds nothing. */
  collect(request: CollectRequest): Promise<Collected>;
  /**
   * Makes the sandbox as it was when it was new, between steps: no process, every writable folder empty, no System V or
   * POSIX IPC, no socket left. Throws `SandboxBroken` when that cannot be proven. Boots again, unless the next step is known and
   * has no use for it.
   */
  reset(next?: NextStep): Promise<Rest>;
  /** Ends what waits for a step, where it will not be used: the next step is started plainly. Between steps. */
  endBooted(): Promise<void>;
  /** Changes the memory limit for the steps that follow. */
  setMemory(bytes: number): Promise<void>;
  /**
   * Leaves to the sandbox only the CPU that no other one wants, or gives it its share again. Never rejects: a sandbox that
   * cannot be told goes on as it was.
   */
  yieldCpu(yields: boolean): Promise<void>;
  /** Changes how many processes and threads the sandbox may hold, the agent included, for the steps that follow. */
  setProcesses(count: number): Promise<void>;
}

/** A way to make sandboxes. */
export interface SandboxBackend {
  /** A new sandbox with its agent ready, and what it boots ahead under way. Throws `SandboxBroken` when it cannot be made. */
  make(spec: SandboxSpec): Promise<Sandbox>;
  /** Removes what a dead server of the same data folder left behind; answers how many sandboxes that were. */
  sweep(): Promise<number>;
  /** Whether the engine answers now, and what it is. */
  check(): Promise<EngineState>;
}

export interface EngineState {
  readonly reachable: boolean;
  /** For people: `Docker 28.2.2`. */
  readonly name: string;
  readonly cgroup: 'v1' | 'v2' | 'unknown';
}

/** The sandbox, not the program in it, failed: the engine is down, the agent is gone, a frame made no sense. */
export class SandboxBroken extends Error {
  override readonly name = 'SandboxBroken';
  /** True when the kernel ended the whole sandbox for memory, the agent with it: then the program is to blame after all. */
  constructor(
    message: string,
    readonly outOfMemory = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
