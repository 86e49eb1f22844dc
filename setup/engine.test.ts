import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureEngine } from './engine.ts';
import { readSettings } from './settings.ts';

const never = new AbortController().signal;

describe('the engine', () => {
  it('that runs already is used', async () => {
    expect(await ensureEngine(readSettings({}).config, never)).toMatch(/^(Docker|Podman) \d/);
  });

  it('that DOCKER_HOST names and that does not answer is not replaced by another', async () => {
    const { config } = readSettings({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    await expect(ensureEngine(config, never)).rejects.toThrow(
      'No engine answers at DOCKER_HOST=unix:///nowhere/docker.sock. Type: unset DOCKER_HOST',
    );
  });

  it('may be Podman', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bugdrill-engine-'));
    const answers: Record<string, unknown> = {
      '/version': { Version: '5.4.2', Components: [{ Name: 'Podman Engine' }] },
      '/info': { CgroupVersion: '2' },
    };
    const podman = createServer((request, response) =>
      response.end(JSON.stringify(answers[request.url ?? ''])),
    );
    const socket = join(folder, 'podman.sock');
    await new Promise<void>((resolve) => podman.listen(socket, resolve));
    const { config } = readSettings({ DOCKER_HOST: `unix://${socket}` });
    expect(await ensureEngine(config, never)).toBe('Podman 5.4.2');
    podman.close();
    podman.closeAllConnections();
    await rm(folder, { recursive: true });
  });
});
