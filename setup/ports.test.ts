import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, refuseTakenPorts } from './ports.ts';
import { readSettings } from './settings.ts';

const settings = async (more: Record<string, string>) =>
  readSettings({ PORT: String(await freePort()), WEB_PORT: String(await freePort()), ...more });

describe('the ports', () => {
  it('are fine when nobody has them', async () => {
    await expect(refuseTakenPorts(await settings({}))).resolves.toBeUndefined();
  });

  it('are refused in one sentence with the command to type when another program has one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const taken = await settings({ WEB_PORT: String(port) });
    await expect(refuseTakenPorts(taken)).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken by another program. Type: WEB_PORT=${port + 100} npm start`,
    );
    other.close();
  });

  it('are refused when this machine has no such address', async () => {
    await expect(refuseTakenPorts(await settings({ HOST: '192.0.2.1' }))).rejects.toThrow(
      '192.0.2.1 is not an address of this machine. Type: HOST=127.0.0.1 npm start',
    );
  });

  it('must be ports', () => {
    expect(() => readSettings({ WEB_PORT: 'http' })).toThrow('WEB_PORT: «http» is not a port.');
    expect(() => readSettings({ WEB_PORT: '70000' })).toThrow('WEB_PORT');
    expect(() => readSettings({ PORT: 'x' })).toThrow('PORT');
  });

  it('of another execution server are told to the pages', () => {
    expect(readSettings({}).environment).not.toHaveProperty('PUBLIC_EXECUTION_URL');
    expect(readSettings({ PORT: '9000' }).environment['PUBLIC_EXECUTION_URL']).toBe('http://localhost:9000');
  });
});
