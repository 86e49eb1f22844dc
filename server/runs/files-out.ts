import { extname } from 'node:path';
import type { RunEvent } from '#protocol/run-event.ts';
import { outFolder, type Sandbox } from '../sandbox/sandbox.ts';

const limits = { maxBytes: 5_000_000, maxFiles: 64 } as const;

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.csv', 'text/csv'],
  ['.html', 'text/html'],
  ['.jpeg', 'image/jpeg'],
  ['.jpg', 'image/jpeg'],
  ['.json', 'application/json'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain'],
]);

/** What a step left in `out/`, as events. The media type is what the name promises; nobody has looked at the content. */
export async function* filesOut(sandbox: Pick<Sandbox, 'collect'>): AsyncGenerator<RunEvent, void> {
  const { files, leftOut } = await sandbox.collect({ folder: outFolder, ...limits });
  for (const { path, content } of files) {
    const mediaType = mediaTypes.get(extname(path).toLowerCase()) ?? 'application/octet-stream';
    const data = Buffer.from(content).toString('base64');
    yield { type: 'artifact', path, mediaType, bytes: content.length, data };
  }
  if (leftOut.length > 0) yield { type: 'artifacts_left_out', paths: [...leftOut] };
}
