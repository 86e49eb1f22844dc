import type { OutputStream } from '#protocol/run-event.ts';
import { BoundedLines } from './bounded-lines.ts';

const maxLineBytes = 4096;
/** The C library's words for EFBIG and SIGXFSZ, and for ENOSPC. */
const fileTooLarge = /File too large|File size limit exceeded/i;
const folderFull = /No space left on device/i;

/**
 * Hears a compiler say that it had no room to write. Its temporary files are gone with it, and of the programs that it starts
 * nobody but it hears how they ended, so its word is all there is where the agent did not happen to look at that moment.
 */
export class DiskComplaints {
  /** What there was no room in: a file that may grow no further, or a folder; undefined while nothing was said. */
  lacked: 'file' | '/tmp' | '/work' | undefined;
  private readonly streams: Record<OutputStream, BoundedLines> = {
    stdout: new BoundedLines(maxLineBytes),
    stderr: new BoundedLines(maxLineBytes),
  };

  /** `paths` are the run's own files: what is said of a place in them may be the program's words. */
  constructor(private readonly paths: readonly string[]) {}

  take(stream: OutputStream, data: Uint8Array): void {
    for (const line of this.streams[stream].take(data)) this.read(line);
  }

  private read(line: Buffer): void {
    if (this.lacked !== undefined || line.length === 0) return;
    const text = line.toString('latin1');
    if (/^\s/.test(text) || this.paths.some((path) => text.startsWith(path))) return;
    if (fileTooLarge.test(text)) this.lacked = 'file';
    else if (folderFull.test(text)) this.lacked = text.includes('/tmp/') ? '/tmp' : '/work';
  }
}
