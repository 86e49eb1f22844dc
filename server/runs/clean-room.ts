import type { Sandbox, SandboxFile } from '../sandbox/sandbox.ts';
import type { PlannedStep, RunPlan } from './plan.ts';
import { SandboxLimits } from './sandbox-limits.ts';

/** What a compiler may leave for the tests of a run, together. */
export const maxCompiledBytes = 32 * 1024 * 1024;
const maxCompiledFiles = 4096;

export interface CleanRoomParts {
  /** A new sandbox, as the plan wants it. */
  readonly take: () => Promise<Sandbox>;
  /** Has a sandbox removed, without anybody waiting for it. */
  readonly remove: (sandbox: Sandbox) => void;
}

interface Furnished {
  readonly limits: SandboxLimits;
  /** `ready` holds the files and nothing else, `new` holds nothing, `used` must be reset. */
  state: 'ready' | 'new' | 'used';
}

/**
 * A place where one program is started many times, each time as if it were the first: nothing that a start leaves behind,
 * neither file nor process, is there at the next. What was compiled is kept outside and put in again.
 */
export class CleanRoom implements Disposable {
  private current: Furnished | undefined;

  private files: readonly SandboxFile[];

  constructor(
    private readonly plan: RunPlan,
    private readonly parts: CleanRoomParts,
  ) {
    this.files = plan.files;
  }

  /** Begins with a sandbox that somebody took and put the files into. */
  adopt(limits: SandboxLimits): void {
    this.current = { limits, state: 'ready' };
  }

  /** A sandbox with the files in it, for one start. Throws `SandboxBroken`; after that, or after a step that did, `leave`. */
  async enter(step: PlannedStep): Promise<Sandbox> {
    this.current ??= await this.takeNew();
    const { current } = this;
    const { sandbox } = current.limits;
    if (current.state === 'used') await sandbox.reset(step.command);
    await current.limits.suit(step);
    if (current.state !== 'ready') await sandbox.writeFiles(this.files);
    current.state = 'used';
    return sandbox;
  }

  /** From now on the files are also those that the compiler has just left. False when they are too large to be kept. */
  async keepCompiled(): Promise<boolean> {
    const { current } = this;
    if (current === undefined) throw new Error('nothing was compiled here');
    current.state = 'used';
    const { files, leftOut } = await current.limits.sandbox.collect({
      folder: '.',
      maxBytes: maxCompiledBytes,
      maxFiles: maxCompiledFiles,
    });
    const byPath = new Map([...this.files, ...files].map((file) => [file.path, file]));
    this.files = [...byPath.values()];
    return leftOut.length === 0;
  }

  /** Gives up a sandbox that broke; the next start is in another one. */
  leave(): void {
    if (this.current) this.parts.remove(this.current.limits.sandbox);
    this.current = undefined;
  }

  [Symbol.dispose](): void {
    this.leave();
  }

  private async takeNew(): Promise<Furnished> {
    return { limits: new SandboxLimits(await this.parts.take(), this.plan.spec), state: 'new' };
  }
}
