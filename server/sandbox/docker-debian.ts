import type { Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import type { BuildWatch } from '../languages/image-builder.ts';
import { findImage, removeImage } from './docker-image-names.ts';
import { engineMessages } from './docker-progress.ts';
import { runHostCommand, startHostCommand } from './host-command.ts';

const suite = 'trixie';
const repository = 'bugdrill-debian';
export const debianImage = `${repository}:${suite}`;
/** What is imported is not yet `debianImage`: an import that was cut short can look like a whole one. */
const incomplete = 'incomplete';
const incompleteImage = `${repository}:${incomplete}`;

/** A registry that says nothing for so long is not there, or not worth waiting for. */
const registrySilenceMs = 20_000;

/** Left out of this image and of everything installed on it. */
const unneeded = ['doc/*', 'man/*', 'info/*', 'locale/*', 'lintian/*'];
const mmdebstrap = [
  ...['mmdebstrap', '--variant=minbase', '--include=ca-certificates'],
  ...unneeded.map((path) => `--dpkgopt=path-exclude=/usr/share/${path}`),
  '--aptopt=Acquire::Languages "none"',
  '--dpkgopt=path-include=/usr/share/doc/*/copyright',
  ...[suite, '-'],
];
const byHand = `mmdebstrap --variant=minbase --include=ca-certificates ${suite} - | docker import - ${debianImage}`;

/** The id of the Debian image that everything is built on: the one that is there, else pulled, else made from packages. */
export async function ensureDebian(engine: Dockerode, watch: BuildWatch): Promise<string> {
  const found = await findImage(engine, debianImage);
  if (found) return found.id;
  const refusal = await pullDebian(engine, watch).then(() => undefined, reasonOf);
  watch.signal.throwIfAborted();
  if (refusal !== undefined) await makeDebian(engine, watch, refusal);
  return (await engine.getImage(debianImage).inspect()).Id;
}

async function pullDebian(engine: Dockerode, watch: BuildWatch): Promise<void> {
  const source = { fromImage: 'debian', tag: `${suite}-slim` };
  watch.progress({ step: 0, steps: 0, detail: `pulling ${source.fromImage}:${source.tag}` });
  using silence = new Silence(registrySilenceMs);
  const abortSignal = AbortSignal.any([watch.signal, silence.signal]);
  const answer = await engine.createImage({ ...source, abortSignal });
  for await (const message of engineMessages(answer)) {
    silence.broken();
    watch.progress({ step: 0, steps: 0, detail: `Debian: ${message.status ?? 'pulling'}` });
  }
  await engine.getImage(`${source.fromImage}:${source.tag}`).tag({ repo: repository, tag: suite });
}

async function makeDebian(engine: Dockerode, watch: BuildWatch, refusal: string): Promise<void> {
  await ensureMmdebstrap(watch, refusal);
  const said = (detail: string) => watch.progress({ step: 0, steps: 0, detail: `Debian: ${detail}` });
  const command = startHostCommand(mmdebstrap, { signal: watch.signal, said });
  const [made, imported] = await Promise.allSettled([command.ended, importDebian(engine, command.stdout)]);
  if (made.status === 'fulfilled' && imported.status === 'fulfilled') {
    await engine.getImage(incompleteImage).tag({ repo: repository, tag: suite });
  }
  await removeImage(engine, incompleteImage);
  if (made.status === 'rejected') throw made.reason;
  if (imported.status === 'rejected') throw imported.reason;
}

async function importDebian(engine: Dockerode, tar: Readable): Promise<void> {
  try {
    const answer = await engine.importImage(tar, { repo: repository, tag: incomplete });
    for await (const _message of engineMessages(answer));
  } finally {
    // Whoever still writes must not wait for a reader that is gone.
    tar.destroy();
  }
}

async function ensureMmdebstrap(watch: BuildWatch, refusal: string): Promise<void> {
  const { signal } = watch;
  if (await succeeds(['mmdebstrap', '--version'], signal)) return;
  const canInstall = process.getuid?.() === 0 && (await succeeds(['apt-get', '--version'], signal));
  if (!canInstall) {
    throw new Error(
      `Debian's image cannot be pulled (${refusal}), and mmdebstrap is not here to make it. ` +
        `With mmdebstrap, type: ${byHand}`,
    );
  }
  watch.progress({ step: 0, steps: 0, detail: 'installing mmdebstrap' });
  const install = [
    'apt-get',
    'install',
    '-y',
    '--no-install-recommends',
    'mmdebstrap',
    'debian-archive-keyring',
  ];
  const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  if (await succeeds([...quietly, ...install], signal)) return;
  await runHostCommand([...quietly, 'apt-get', 'update'], { signal });
  await runHostCommand([...quietly, ...install], { signal });
}

function succeeds(argv: readonly string[], signal: AbortSignal): Promise<boolean> {
  return runHostCommand(argv, { signal }).then(
    () => true,
    () => false,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Aborts its signal when nobody broke the silence for so long. */
class Silence implements Disposable {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  readonly signal = this.controller.signal;

  constructor(ms: number) {
    this.timer = setTimeout(() => this.controller.abort(new Error(`no answer for ${ms / 1000} s`)), ms);
  }

  broken(): void {
    this.timer.refresh();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.timer);
  }
}
