import {
  type EngineState,
  type Sandbox,
  type SandboxBackend,
  SandboxBroken,
  type SandboxSpec,
} from './sandbox.ts';
import { ScriptedSandbox } from './scripted-sandbox.ts';
import type { Script } from './scripted-step.ts';

/** A backend without containers: a script is every program. Tests hold, fail and break what they need to. */
export class ScriptedBackend implements SandboxBackend {
  made = 0;
  state: EngineState = { reachable: true, name: 'Script 1.0', cgroup: 'unknown' };
  /** Runs before each sandbox is made: await in it to hold the make, throw in it to fail it. */
  beforeMake: (spec: SandboxSpec) => Promise<void> | void = () => undefined;

  constructor(
    private readonly script: Script,
    private readonly engine = new Map<ScriptedSandbox, ScriptedBackend>(),
  ) {}

  /** Every sandbox that exists now, oldest first. */
  get sandboxes(): readonly ScriptedSandbox[] {
    return [...this.engine.keys()];
  }

  /** The backend of the next server on the same data folder, as after a crash of this one. */
  successor(): ScriptedBackend {
    return new ScriptedBackend(this.script, this.engine);
  }

  async make(spec: SandboxSpec): Promise<Sandbox> {
    try {
      await this.beforeMake(spec);
    } catch (error) {
      throw new SandboxBroken('The sandbox could not be made.', false, { cause: error });
    }
    this.made += 1;
    const sandbox = new ScriptedSandbox(`scripted-${this.made}`, spec, this.script);
    this.engine.set(sandbox, this);
    void sandbox.gone.then(() => this.engine.delete(sandbox));
    return sandbox;
  }

  async sweep(): Promise<number> {
    const leftovers = this.sandboxes.filter((sandbox) => this.engine.get(sandbox) !== this);
    await Promise.all(leftovers.map((sandbox) => sandbox[Symbol.asyncDispose]()));
    return leftovers.length;
  }

  async check(): Promise<EngineState> {
    return this.state;
  }
}
