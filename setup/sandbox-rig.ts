import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import type { Catalog } from '#server/languages/catalog.ts';
import { OfferedLanguages } from '#server/runs/offered-languages.ts';
import { RunQueue } from '#server/runs/queue.ts';
import { Runner } from '#server/runs/runner.ts';
import { WarmLanguages } from '#server/runs/warm-languages.ts';
import { DockerBackend } from '#server/sandbox/docker-backend.ts';
import { type Engine, findEngine } from '#server/sandbox/docker-engine.ts';
import { labelFilter } from '#server/sandbox/docker-labels.ts';
import { readInstanceId } from '#server/sandbox/instance-id.ts';
import { WarmPool } from '#server/sandbox/pool.ts';
import type { ReusedSandboxes } from '#server/sandbox/reuse.ts';
import { reuseFor } from '#server/sandbox/reuse-setting.ts';
import { bashOn } from '#server/verify/bash.ts';

/** The parts of the execution server that run programs, put together as it does, without its doors. */
export class SandboxRig implements AsyncDisposable {
  readonly runner: Runner;
  private readonly backend: DockerBackend;
  private readonly pool: WarmPool;
  private readonly reuse: ReusedSandboxes | undefined;

  private constructor(
    private readonly engine: Engine,
    private readonly own: { readonly folder: string; readonly instance: string },
    { config, catalog }: { readonly config: Config; readonly catalog: Catalog },
  ) {
    const ignore = () => undefined;
    const { instance } = own;
    this.backend = new DockerBackend({ engine, instance, runtime: config.SANDBOX_RUNTIME, onFault: ignore });
    this.pool = new WarmPool({ backend: this.backend, onFault: ignore });
    this.reuse = reuseFor(config, { pool: this.pool });
    const offered = new OfferedLanguages(catalog, config);
    const ready = (name: string) =>
      name === 'bash' ? bashOn(offered.ready('python').image, config) : offered.ready(name);
    const queue = new RunQueue({ width: config.MAX_CONCURRENT_RUNS, capacity: config.MAX_QUEUED_RUNS });
    const pool = this.reuse ?? this.pool;
    this.runner = new Runner({ languages: { ready }, queue, pool, observers: [] });
    new WarmLanguages({ catalog, offered, pool: this.pool, maxWarm: 1 }).keep();
  }

  /** Its containers carry an instance id of their own. The catalog's languages are ready, Python among them. */
  static async open(config: Config, catalog: Catalog): Promise<SandboxRig> {
    const folder = await mkdtemp(join(tmpdir(), 'bugdrill-rig-'));
    const own = { folder, instance: await readInstanceId(folder) };
    return new SandboxRig(await findEngine(config), own, { config, catalog });
  }

  /** Those that the engine still has, in whatever state. */
  async countContainers(): Promise<number> {
    const filters = { label: labelFilter(this.own) };
    return (await this.engine.listContainers({ all: true, filters })).length;
  }

  /** Safe twice. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.reuse?.close();
    await this.pool.close();
    await this.backend.close();
    await rm(this.own.folder, { recursive: true, force: true });
  }
}
