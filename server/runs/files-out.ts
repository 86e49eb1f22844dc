import { extname } from 'node:path';
import type { RunEvent } from '#protocol/run-event.ts';
import { outFolder, type Sandbox } from '../sandbox/sandbox.ts';

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.avif', 'image/avif'],
  ['.csv', 'text/csv'],
  ['.gif', 'image/gif'],
  ['.html', 'text/html'],
  ['.jpeg', 'image/jpeg'],
  ['.jpg', 'image/jpeg'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.tsv', 'text/tab-separated-values'],
  ['.txt', 'text/plain'],
  ['.webp', 'image/webp'],
  ['.xml', 'application/xml'],
  ['.yaml', 'application/yaml'],
  ['.yml', 'application/yaml'],
]);

/** What the programs of one run leave in `out/`, within what the run may leave in all. */
export class FilesOut {
  private maxBytes = 5_000_000;
  private maxFiles = 64;
  private maxNamed = 100;

  /** What a step left, as events. The media type is what the name promises; nobody has looked at the content. */
  async *take(sandbox: Pick<Sandbox, 'collect'>): AsyncGenerator<RunEvent, void> {
    const { maxBytes, maxFiles, maxNamed } = this;
    const { files, leftOut } = await sandbox.collect({ folder: outFolder, maxBytes, maxFiles });
    this.maxFiles -= files.length;
    for (const { path, content } of files) {
      this.maxBytes -= content.length;
      const mediaType = mediaTypes.get(extname(path).toLowerCase()) ?? 'application/octet-stream';
      const data = Buffer.from(content).toString('base64');
      yield { type: 'artifact', path, mediaType, bytes: content.length, data };
    }
    const paths = leftOut.slice(0, maxNamed);
    this.maxNamed -= paths.length;
    if (paths.length > 0) yield { type: 'artifacts_left_out', paths };
  }
}
