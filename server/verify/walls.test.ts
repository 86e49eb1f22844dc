import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { findEngine } from '../sandbox/docker-engine.ts';
import { labels } from '../sandbox/docker-labels.ts';
import { testImage } from '../sandbox/test-image.ts';
import { everyAttemptRefused } from './judgements.ts';

test('in a container without walls, the probe of the walls says so', async () => {
  const script = await readFile(new URL('probes/walls.sh', import.meta.url), 'utf8');
  // biome-ignore lint/style/noProcessEnv: a test has no main.ts that reads the settings for it
  const engine = await findEngine(readConfig(process.env));
  const container = await engine.createContainer({
    Image: await testImage(engine),
    Entrypoint: ['bash', '-c', script],
    Labels: { [labels.instance]: 'tests' },
    Tty: true,
    HostConfig: { NetworkMode: 'none', SecurityOpt: ['seccomp=unconfined'] },
  });
  try {
    await container.start();
    await container.wait();
    const printed = String(await container.logs({ stdout: true })).replaceAll('\r', '');
    const got = printed.split('\n').filter((line) => line.startsWith('GOT: '));
    expect(got).toEqual(
      expect.arrayContaining([
        'GOT: be root',
        'GOT: have a capability',
        'GOT: gain privileges from a program',
        'GOT: make any system call',
        'GOT: see where the agent’s memory is',
        'GOT: write to the root file system',
        'GOT: make a device',
      ]),
    );
    const finished = {
      type: 'finished' as const,
      outcome: { kind: 'ok' as const, exitCode: 0 as const },
      phase: 'run' as const,
      wallMs: 1,
      cpuMs: 1,
      memoryBytes: 1,
      facts: [],
    };
    const hostProcesses = { during: 0, after: 0 };
    const seen = { finished, printed, printedBytes: 0, told: '', hostProcesses, patience: 1 };
    expect(everyAttemptRefused(seen).held).toBe(false);
  } finally {
    await container.remove({ force: true });
  }
});
