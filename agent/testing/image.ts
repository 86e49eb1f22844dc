import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { readConfig } from '#server/config.ts';
import { ensureBase } from '#server/sandbox/docker-base.ts';
import { debianImage } from '#server/sandbox/docker-debian.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { findImage, hashInputs, imageLabel, removeOldImages } from '#server/sandbox/docker-image-names.ts';
import { labels } from '#server/sandbox/docker-labels.ts';

const agentFolder = join(import.meta.dirname, '..');
const repository = 'bugdrill-agent-test';
const instance = 'agent-test';

export function testEngine(): Promise<Dockerode> {
  return findEngine(readConfig(process.env));
}

/** The image of `test.Dockerfile`, built unless nothing that it is made of has changed. */
export async function ensureTestImage(engine: Dockerode): Promise<string> {
  const watch = { signal: AbortSignal.timeout(600_000), progress: () => undefined };
  const base = await ensureBase(engine, { agentFolder, instance, proxies: {} }, watch);
  const src = (await readdir(agentFolder, { recursive: true })).filter(isBuildInput).toSorted();
  const tag = `${repository}:${await hashInputs(agentFolder, src, base)}`;
  if (await findImage(engine, tag)) return tag;
  const options = {
    t: tag,
    dockerfile: 'test.Dockerfile',
    buildargs: { DEBIAN: debianImage, BASE: base },
    labels: { [imageLabel]: repository, [labels.instance]: instance },
  };
  await follow(engine, await engine.buildImage({ context: agentFolder, src }, options));
  await removeOldImages(engine, { repository, tag, instance });
  return tag;
}

function isBuildInput(file: string): boolean {
  return /^(test\.Dockerfile|Makefile|[^/]*\.[ch]|attacks\/.*)$/.test(file);
}

function follow(engine: Dockerode, answer: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    engine.modem.followProgress(answer, (error, messages: readonly { stream?: string }[]) => {
      if (!error) return resolve();
      const said = messages.map((message) => message.stream ?? '').join('');
      reject(new Error(`The test image cannot be built.\n${said.slice(-2000)}`, { cause: error }));
    });
  });
}
