import { extname } from 'node:path';
import type { RunEvent } from '#protocol/run-event.ts';
import { outFolder, type Sandbox, type SandboxFile } from '../sandbox/sandbox.ts';

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

/**
 * What the programs of one run leave in `out/`, within what the run may leave in all. A file that the request itself put there
 * is theirs only when they changed it.
 */
export class FilesOut {
  private maxBytes = 5_000_000;
  private maxFiles = 64;
  private maxNamed = 100;
  private readonly sent: ReadonlyMap<string, Uint8Array>;

  constructor(sent: readonly SandboxFile[]) {
    this.sent = new Map(sent.map(({ path, content }) => [path, content]));
  }

  /** What a step left, as events. The media type is what the name promises; nobody has looked at the content. */
  async *take(sandbox: Pick<Sandbox, 'collect'>): AsyncGenerator<RunEvent, void> {
    const { maxBytes, maxFiles, maxNamed } = this;
    const { files, leftOut } = await sandbox.collect({ folder: outFolder, maxBytes, maxFiles });
    this.maxFiles -= files.length;
    for (const { path, content } of files) {
      this.maxBytes -= content.length;
      if (this.isAsSent(path, content)) continue;
      const mediaType = mediaTypes.get(extname(path).toLowerCase()) ?? 'application/octet-stream';
      const data = Buffer.from(content).toString('base64');
      yield { type: 'artifact', path, mediaType, bytes: content.length, data };
    }
    const paths = leftOut.slice(0, maxNamed);
    this.maxNamed -= paths.length;
    if (paths.length > 0) yield { type: 'artifacts_left_out', paths };
  }

  private isAsSent(path: string, content: Uint8Array): boolean {
    const sent = this.sent.get(path);
    return sent !== undefined && Buffer.compare(sent, content) === 0;
  }
}
