import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';
import { RunEvent } from '#protocol/run-event.ts';
import type { Prisma } from './generated/client.ts';

/** What a recording may weigh as it is kept, and what its events may weigh when they are read again. */
export const maxRecordingBytes = 256 * 1024;
const maxEventsBytes = 16 * 1024 * 1024;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A recording as it is kept. */
export type PackedRecording = Pick<
  Prisma.RecordingCreateWithoutRevisionInput,
  'finished' | 'language' | 'version' | 'imageDigest' | 'events'
>;

/** The events of a run that is over, for keeping; undefined when they are too large or not those of a whole run. */
export async function packRecording(events: readonly RunEvent[]): Promise<PackedRecording | undefined> {
  const started = events.find((event) => event.type === 'started');
  const finished = events.at(-1);
  if (started === undefined || finished?.type !== 'finished') return undefined;
  const json = Buffer.from(JSON.stringify(events));
  const packed = json.length > maxEventsBytes ? undefined : await deflate(json);
  if (packed === undefined || packed.length > maxRecordingBytes) return undefined;
  return {
    finished,
    language: started.language,
    version: started.version,
    imageDigest: started.digest ?? null,
    events: new Uint8Array(packed),
  };
}

/** The events of a recording. Throws when what is kept is no such thing. */
export async function unpackEvents(packed: Uint8Array): Promise<RunEvent[]> {
  const json = await inflate(packed, { maxOutputLength: maxEventsBytes });
  return z.array(RunEvent).parse(JSON.parse(json.toString()));
}
