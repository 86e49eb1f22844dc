import { randomBytes } from 'node:crypto';
import { env } from 'node:process';
import type Dockerode from 'dockerode';
import type { ContainerCreateOptions } from 'dockerode';
import { type AgentTalk, CollectAnswer, ResetAnswer } from '#server/sandbox/agent-answer.ts';
import { containerOptions } from '#server/sandbox/docker-options.ts';
import { attachContainer, type ContainerStream } from '#server/sandbox/docker-stream.ts';
import { type AgentFrame, FrameDecoder } from '#server/sandbox/frame-decoder.ts';
import {
  encodeBoot,
  encodeCollect,
  encodeEof,
  encodeReset,
  encodeStart,
  encodeStdin,
} from '#server/sandbox/frames.ts';
import type {
  BootCommand,
  Collected,
  CollectRequest,
  Rest,
  SandboxSpec,
  SandboxStep,
  StepExit,
} from '#server/sandbox/sandbox.ts';
import { ensureTestImage, testEngine } from './image.ts';

const MiB = 1024 * 1024;

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: StepExit;
}

export interface RunOptions extends Partial<Omit<SandboxStep, 'argv'>> {
  readonly stdin?: string | Uint8Array;
}

/** Of the agent's test image, unless it names another. */
export type TestSpec = Partial<SandboxSpec>;

const uidsOfWorker = 16;
let sandboxes = 0;

/**
 * The kernel counts processes per user, whatever the container. So these sandboxes have the agent's last 32 user ids, which no
 * server gives out, and each of the runner's two workers has its own half.
 */
function nextUid(): number {
  const worker = Number(env['VITEST_POOL_ID'] ?? 0) % 2;
  return 20_480 + worker * uidsOfWorker + (sandboxes++ % uidsOfWorker);
}

type Change = (options: ContainerCreateOptions) => ContainerCreateOptions;

/** A hardened container as the server makes them, just started, and its stdio. */
export async function startContainer(
  spec: TestSpec = {},
  change: Change = (options) => options,
): Promise<TestContainer> {
  const engine = await testEngine();
  const image = spec.image ?? (await ensureTestImage(engine));
  const sandbox = `agent-test-${randomBytes(6).toString('hex')}`;
  const options = containerOptions({
    spec: { memoryBytes: 128 * MiB, processes: 64, ...spec, image },
    identity: { sandbox, instance: 'agent-test', process: `${process.pid}` },
    uid: nextUid(),
    cgroup: 'unknown',
  });
  const container = await engine.createContainer(change(options));
  const stream = await attachContainer(engine, container.id, AbortSignal.timeout(30_000));
  await container.start();
  return { container, stream };
}

interface TestContainer {
  readonly container: Dockerode.Container;
  readonly stream: ContainerStream;
}

/** Such a container, and frames by hand: what the agent's tests are about. */
export class TestSandbox implements AsyncDisposable {
  private readonly decoder = new FrameDecoder();
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly frames: AgentFrame[] = [];

  private constructor(
    readonly container: Dockerode.Container,
    readonly stream: ContainerStream,
  ) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** With its agent ready. */
  static async make(spec: TestSpec = {}): Promise<TestSandbox> {
    const made = await TestSandbox.start(spec);
    try {
      await made.until('ready');
    } catch (error) {
      await made[Symbol.asyncDispose]();
      throw error;
    }
    return made;
  }

  /** Changed in some way, and not yet ready. */
  static async start(spec: TestSpec = {}, change?: Change): Promise<TestSandbox> {
    const { container, stream } = await startContainer(spec, change);
    return new TestSandbox(container, stream);
  }

  send(...frames: readonly Buffer[]): void {
    this.stream.write(Buffer.concat(frames));
  }

  start(argv: readonly string[], options: RunOptions = {}): void {
    const { stdin, ...step } = options;
    this.send(encodeStart({ ...plainStep, ...step, argv }));
  }

  /** Answers whether it came up. */
  async boot(command: BootCommand): Promise<boolean> {
    this.send(encodeBoot(command));
    return (await this.until('booted')).isUp;
  }

  /** Runs a step to its end, fed with what it may read. */
  async run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    this.start(argv, options);
    this.send(...(options.stdin === undefined ? [] : [encodeStdin(Buffer.from(options.stdin))]), encodeEof());
    return this.toExit();
  }

  sh(script: string, options: RunOptions = {}): Promise<Ran> {
    return this.run(['sh', '-c', script], options);
  }

  python(script: string, options: RunOptions = {}): Promise<Ran> {
    return this.run(['python3', '-c', script], options);
  }

  collect(request: Partial<CollectRequest> = {}): Promise<Collected> {
    const asked = { folder: 'out', maxBytes: 5_000_000, maxFiles: 64, ...request };
    const collecting = new CollectAnswer(asked);
    this.send(encodeCollect(asked));
    return this.hear(collecting);
  }

  /** Rejects when the sandbox is not clean. */
  reset(): Promise<Rest> {
    this.send(encodeReset());
    return this.hear(new ResetAnswer());
  }

  /** Reads to the step's exit. */
  async toExit(): Promise<Ran> {
    const pieces = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
    const exit = await this.until('exit', (frame) => {
      if (frame.type === 'output') pieces[frame.stream].push(frame.data);
    });
    const text = (stream: keyof typeof pieces) => Buffer.concat(pieces[stream]).toString('latin1');
    return { stdout: text('stdout'), stderr: text('stderr'), exit: exit.exit };
  }

  /** Reads until the program has printed this. */
  async toOutput(text: string): Promise<string> {
    let printed = '';
    while (!printed.includes(text)) {
      const frame = await this.until('output');
      printed += Buffer.from(frame.data).toString('latin1');
    }
    return printed;
  }

  private async hear<Answer>(talk: AgentTalk & { readonly answer: Promise<Answer> }): Promise<Answer> {
    while (!talk.isOver) talk.take(await this.next());
    return talk.answer;
  }

  async until<Type extends AgentFrame['type']>(
    type: Type,
    saw: (frame: AgentFrame) => void = () => undefined,
  ): Promise<Extract<AgentFrame, { type: Type }>> {
    while (true) {
      const frame = await this.next();
      if (isOf(frame, type)) return frame;
      if (frame.type === 'error' || frame.type === 'startFailed') throw new Error(JSON.stringify(frame));
      saw(frame);
    }
  }

  async next(): Promise<AgentFrame> {
    while (true) {
      const frame = this.frames.shift();
      if (frame) return frame;
      const chunk = await this.chunks.next();
      if (chunk.done) throw new Error(`The agent is gone. ${this.stream.stderrText}`);
      this.frames.push(...this.decoder.decode(chunk.value));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stream.destroy();
    await this.container.remove({ force: true });
  }
}

const plainStep = {
  env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
  wallMs: 20_000,
  cpuMs: 0,
  processes: 63,
  openFiles: 256,
  fileBytes: 32 * MiB,
} as const;

function isOf<Type extends AgentFrame['type']>(
  frame: AgentFrame,
  type: Type,
): frame is Extract<AgentFrame, { type: Type }> {
  return frame.type === type;
}
