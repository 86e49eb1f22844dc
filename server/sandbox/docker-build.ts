import type Dockerode from 'dockerode';
import type { ImageBuildContext, ImageBuildOptions } from 'dockerode';
import type { BuildProgress, BuildWatch } from '../languages/image-builder.ts';
import { engineMessages } from './docker-progress.ts';
import { LastLines } from './output-lines.ts';

export interface ImageBuild {
  readonly tag: string;
  /** A folder and what of it the engine gets, the Dockerfile among it. */
  readonly context: ImageBuildContext;
  readonly options: Pick<ImageBuildOptions, 'buildargs' | 'labels'>;
}

/** Builds one image. Throws with the last lines of the build's output when it fails. */
export async function buildImage(engine: Dockerode, build: ImageBuild, watch: BuildWatch): Promise<void> {
  const lines = new LastLines();
  try {
    const options = { ...build.options, t: build.tag, rm: true, forcerm: true, abortSignal: watch.signal };
    const answer = await engine.buildImage(build.context, options);
    for await (const progress of progressOf(answer, lines)) watch.progress(progress);
    // The answer of an engine that went away ends like one of a build that went well.
    await engine.getImage(build.tag).inspect();
  } catch (error) {
    watch.signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw new Error([why, `${lines}`].filter((part) => part !== '').join('\n'), { cause: error });
  }
}

async function* progressOf(answer: NodeJS.ReadableStream, lines: LastLines): AsyncGenerator<BuildProgress> {
  let [step, steps] = [0, 0];
  for await (const message of engineMessages(answer)) {
    if (message.stream === undefined) continue;
    lines.add(message.stream);
    const counted = /^step (\d+)\/(\d+)/i.exec(message.stream);
    if (counted) [step, steps] = [Number(counted[1]), Number(counted[2])];
    yield { step, steps, detail: lines.last };
  }
}
