import type Dockerode from 'dockerode';
import type { ContainerCreateOptions } from 'dockerode';
import { labels } from './docker-labels.ts';

const MiB = 1024 * 1024;
const headerBytes = 8;
const uid = 20_000;
const maxMs = 60_000;

export interface Once {
  readonly image: string;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly instance: string;
}

export interface OnceOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of an image in a container of its own, shut in like a sandbox, and removes the container. */
export async function runOnce(engine: Dockerode, once: Once, signal: AbortSignal): Promise<OnceOutput> {
  const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(maxMs)]);
  const container = await engine.createContainer({ ...containerOf(once), abortSignal });
  try {
    await container.start({ abortSignal });
    const { StatusCode } = (await container.wait({ abortSignal })) as { StatusCode: number };
    const output = splitLog(await container.logs({ stdout: true, stderr: true, follow: false, abortSignal }));
    return { exitCode: StatusCode, ...output };
  } finally {
    await container.remove({ force: true });
  }
}

function containerOf({ image, argv, env, instance }: Once): ContainerCreateOptions {
  // Mounted over a folder of the image, a tmpfs keeps that folder's mode: so the user is told as its owner.
  const writable = `exec,nosuid,nodev,uid=${uid},gid=${uid},size=${64 * MiB}`;
  return {
    Image: image,
    // Not the agent: this is the engine's own view of the image.
    Entrypoint: [...argv],
    Cmd: [],
    Env: ['HOME=/tmp', 'LANG=C.UTF-8', ...env],
    User: `${uid}:${uid}`,
    WorkingDir: '/work',
    Labels: { [labels.instance]: instance },
    HostConfig: {
      NetworkMode: 'none',
      Memory: 512 * MiB,
      MemorySwap: 512 * MiB,
      PidsLimit: 256,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      ReadonlyRootfs: true,
      Tmpfs: { '/work': writable, '/tmp': writable },
      LogConfig: { Type: 'json-file', Config: {} },
    },
  };
}

/** The engine's log of both streams: each part behind a header of its stream (byte 0) and its length (bytes 4 to 7). */
function splitLog(log: Buffer): { stdout: string; stderr: string } {
  const parts: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  for (let at = 0; at + headerBytes <= log.length; ) {
    const end = at + headerBytes + log.readUInt32BE(at + 4);
    parts[log[at] === 2 ? 'stderr' : 'stdout'].push(log.subarray(at + headerBytes, end));
    at = end;
  }
  return { stdout: Buffer.concat(parts.stdout).toString(), stderr: Buffer.concat(parts.stderr).toString() };
}
