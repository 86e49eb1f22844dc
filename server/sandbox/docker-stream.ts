import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import { callEngine } from './docker-engine.ts';

const headerBytes = 8;
const fromStdout = 1;
const fromStderr = 2;
const keptStderrBytes = 4096;

interface Written {
  readonly chunk: Buffer;
}

/** Attaches to a container that was created and not yet started, so that nothing it prints is missed. */
export async function attachContainer(
  engine: Dockerode,
  name: string,
  abortSignal: AbortSignal,
): Promise<ContainerStream> {
  const socket = await callEngine(engine, {
    method: 'POST',
    path: `/containers/${name}/attach?`,
    options: { _query: { stream: 1, stdin: 1, stdout: 1, stderr: 1 } },
    hijack: true,
    // With any body, even one of no chunks, bytes of the request can end up in the container's stdin.
    file: Buffer.alloc(0),
    statusCodes: { 101: true },
    abortSignal,
  });
  return new ContainerStream(socket as Socket);
}

/**
 * A container's stdio as one stream: what is written is its stdin, what is read its stdout. Reading slowly slows the
 * container down. There is no half-closing: destroying it is the only way to leave.
 */
export class ContainerStream extends Duplex {
  private readonly header = Buffer.alloc(headerBytes);
  private headerFilled = 0;
  private source = fromStdout;
  private payloadLeft = 0;
  private stderrKept = Buffer.alloc(0);

  constructor(private readonly socket: Socket) {
    super({ allowHalfOpen: false });
    // Whoever reads or writes is told of an error; while nobody does, it must not end the process.
    this.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => this.demultiplex(chunk));
    socket.on('error', (error) => this.destroy(error));
    // Engines have been seen to close without an end.
    for (const event of ['end', 'close']) socket.on(event, () => this.push(null));
  }

  /** The beginning of what came over stderr. */
  get stderrText(): string {
    return this.stderrKept.toString();
  }

  override _read(): void {
    this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.socket.write(chunk, done);
  }

  /** What was written in one breath leaves in one piece: every piece wakes the engine, its shim and the agent. */
  override _writev(chunks: readonly Written[], done: (error?: Error | null) => void): void {
    this.socket.write(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.socket.destroy();
    done(error);
  }

  private demultiplex(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0 && !this.destroyed) {
      const piece = rest.subarray(0, this.payloadLeft || headerBytes - this.headerFilled);
      rest = rest.subarray(piece.length);
      if (this.payloadLeft > 0) this.takePayload(piece);
      else this.takeHeader(piece);
    }
  }

  /** One byte for the source, three of zero, four for the length of what follows. */
  private takeHeader(piece: Buffer): void {
    this.headerFilled += piece.copy(this.header, this.headerFilled);
    if (this.headerFilled < headerBytes) return;
    this.headerFilled = 0;
    this.source = this.header.readUInt32LE(0);
    this.payloadLeft = this.header.readUInt32BE(4);
    if (this.source !== fromStdout && this.source !== fromStderr) {
      this.destroy(new Error(`The engine's stream made no sense: ${this.header.toString('hex')}.`));
    }
  }

  private takePayload(piece: Buffer): void {
    this.payloadLeft -= piece.length;
    if (this.source === fromStderr) {
      const room = keptStderrBytes - this.stderrKept.length;
      if (room > 0) this.stderrKept = Buffer.concat([this.stderrKept, piece.subarray(0, room)]);
    } else if (!this.push(piece)) {
      this.socket.pause();
    }
  }
}
