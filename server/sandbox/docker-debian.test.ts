import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureDebian } from './docker-debian.ts';

const watch = { signal: new AbortController().signal, progress: () => {} };

/** Enough of an engine to be told what to do: tests say whether its registry answers, and look at what it was asked. */
class EngineOfPaper {
  readonly asked: string[] = [];
  readonly images = new Map<string, string>();
  imported = '';
  registry: (response: ServerResponse) => void = (response) => {
    response.writeHead(500, { 'Content-Type': 'application/json' });
    response.end('{"message":"no such host"}');
  };
  readonly server: Server = createServer((request, response) => void this.answer(request, response));

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://engine');
    const body = (await request.toArray()).join('');
    const name = decodeURIComponent(/^\/images\/(.+?)(\/json|\/tag)?$/.exec(url.pathname)?.[1] ?? '');
    this.asked.push(
      `${request.method} ${url.pathname.split('/').at(-1)} ${url.searchParams.get('tag') ?? name}`,
    );
    if (name === 'create' && url.searchParams.has('fromSrc')) {
      this.imported = body;
      this.images.set(`bugdrill-debian:${url.searchParams.get('tag')}`, 'sha256:imported');
      return void response.end('{"status":"imported"}\n');
    }
    if (name === 'create') return this.registry(response);
    const id = this.images.get(name);
    if (id === undefined) return void response.writeHead(404).end('{"message":"no such image"}');
    if (request.method === 'DELETE') this.images.delete(name);
    if (url.pathname.endsWith('/tag'))
      this.images.set(`${url.searchParams.get('repo')}:${url.searchParams.get('tag')}`, id);
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ Id: id }));
  }
}

let paper: EngineOfPaper;
let engine: Dockerode;
let programs: string;
beforeEach(async () => {
  paper = new EngineOfPaper();
  await new Promise<void>((resolve) => paper.server.listen(0, '127.0.0.1', resolve));
  const { port } = paper.server.address() as AddressInfo;
  engine = new Dockerode({ host: '127.0.0.1', port, protocol: 'http' });
  programs = await mkdtemp(join(tmpdir(), 'bugdrill-programs-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  paper.server.closeAllConnections();
  paper.server.close();
  await rm(programs, { recursive: true });
});

/** From here on, the host has only this mmdebstrap, or none. */
async function onlyMmdebstrap(script?: string): Promise<void> {
  if (script !== undefined)
    await writeFile(join(programs, 'mmdebstrap'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', programs);
}

test('the image that is there is used, and nothing else is asked', async () => {
  paper.images.set('bugdrill-debian:trixie', 'sha256:there');
  expect(await ensureDebian(engine, watch)).toBe('sha256:there');
  expect(paper.asked).toEqual(['GET json bugdrill-debian:trixie']);
});

test('where a registry answers, the image is pulled and named', async () => {
  paper.registry = (response) => {
    paper.images.set('debian:trixie-slim', 'sha256:pulled');
    response.end('{"status":"Pulling"}\n{"status":"Done"}\n');
  };
  await onlyMmdebstrap();
  expect(await ensureDebian(engine, watch)).toBe('sha256:pulled');
  expect(paper.images.get('bugdrill-debian:trixie')).toBe('sha256:pulled');
});

test('where none answers, the image is made from packages', async () => {
  await onlyMmdebstrap('[ "$1" = --version ] || echo "a whole system"');
  expect(await ensureDebian(engine, watch)).toBe('sha256:imported');
  expect(paper.imported).toBe('a whole system\n');
  expect([...paper.images.keys()]).toEqual(['bugdrill-debian:trixie']);
});

test('a pull that fails half-way is no image', async () => {
  paper.registry = (response) => response.end('{"status":"Pulling"}\n{"error":"unexpected EOF"}\n');
  await onlyMmdebstrap('[ "$1" = --version ] || echo "a whole system"');
  expect(await ensureDebian(engine, watch)).toBe('sha256:imported');
});

test('a system that was cut short while it was made never becomes the image', async () => {
  await onlyMmdebstrap(
    '[ "$1" = --version ] && exit 0; echo "half a system"; echo "E: no space left" >&2; exit 25',
  );
  await expect(ensureDebian(engine, watch)).rejects.toThrow('mmdebstrap failed.\nE: no space left');
  expect(paper.imported).toBe('half a system\n');
  expect([...paper.images.keys()]).toEqual([]);
});

test('where nothing can be done, one sentence says why and what to type', async () => {
  await onlyMmdebstrap();
  await expect(ensureDebian(engine, watch)).rejects.toThrow(
    /^Debian's image cannot be pulled \(.*no such host.*\), and mmdebstrap is not here to make it\. With mmdebstrap, type: mmdebstrap .* \| docker import - bugdrill-debian:trixie$/,
  );
});

test('stopping while a registry keeps silent makes no image', async () => {
  const stop = new AbortController();
  paper.registry = () => stop.abort(new Error('closing'));
  await expect(ensureDebian(engine, { ...watch, signal: stop.signal })).rejects.toThrow('closing');
  expect([...paper.images.keys()]).toEqual([]);
});
