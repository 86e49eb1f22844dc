import type { OutputStream } from '#protocol/run-event.ts';

/** What a sandbox is made of. Two sandboxes of equal specs can stand in for each other. */
export interface SandboxSpec {
  /** The image's name or digest. */
  readonly image: string;
  /** The memory the sandbox has when it is handed over; `setMemory` changes it. */
  readonly memoryBytes: number;
  /** The most processes and threads the sandbox may hold at once, the agent included. */
  readonly processes: number;
}

export interface SandboxFile {
  /** Relative to the work folder, forward slashes; its folders are made. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

/** One command and what it may use. The agent enforces wall, CPU, open files and file size; all limits are per step. */
export interface SandboxStep {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly processes: number;
  readonly openFiles: number;
  readonly fileBytes: number;
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
  /** How often the kernel refused the step a new process, and whether a writable folder was full at the end. */
  readonly processRefusals: number;
  readonly diskFull: boolean;
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
}

/** One container that runs untrusted code, for one run. Disposing it removes it, and is safe twice. */
export interface Sandbox extends AsyncDisposable {
  readonly id: string;
  /** Resolves, and never rejects, when the sandbox can no longer be used: it died or was disposed. */
  readonly gone: Promise<void>;
  writeFiles(files: readonly SandboxFile[]): Promise<void>;
  /** One step at a time: the next may start when the last one's exit was seen. */
  start(step: SandboxStep): RunningStep;
  /** Changes the memory limit for the steps that follow. */
  setMemory(bytes: number): Promise<void>;
}

/** A way to make sandboxes. */
export interface SandboxBackend {
  /** A new sandbox with its agent ready. Throws `SandboxBroken` when it cannot be made. */
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
