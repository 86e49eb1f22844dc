import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { AgentLink } from '#server/sandbox/agent-link.ts';
import type { RunningStep, SandboxStep, StepEvent, StepExit } from '#server/sandbox/sandbox.ts';
import { startContainer } from './testing/sandbox.ts';

async function makeLink() {
  const { container, stream } = await startContainer();
  const link = new AgentLink(stream);
  await link.ready(10_000);
  return {
    link,
    container,
    async [Symbol.asyncDispose]() {
      stream.destroy();
      await container.remove({ force: true });
    },
  };
}

function sh(script: string, limits: Partial<SandboxStep> = {}): SandboxStep {
  const env = { PATH: '/usr/bin:/bin' };
  const none = { cpuMs: 0, processes: 0, openFiles: 0, fileBytes: 0 };
  return { argv: ['sh', '-c', script], env, wallMs: 20_000, ...none, ...limits };
}

async function finish(running: RunningStep): Promise<{ printed: Buffer; exit: StepExit }> {
  const printed: Uint8Array[] = [];
  let last: StepEvent | undefined;
  for await (const event of running.events) {
    if (event.type === 'output') printed.push(event.data);
    last = event;
  }
  if (last?.type !== 'exit') throw new Error('The step ended without an exit.');
  return { printed: Buffer.concat(printed), exit: last.exit };
}

test('large files and large stdin arrive whole, while output comes back', async () => {
  await using made = await makeLink();
  const content = randomBytes(1_500_000);
  await made.link.writeFiles([{ path: 'data/large', content }]);
  const running = made.link.start(sh('sha256sum data/large; cat'));
  const finished = finish(running);
  await running.write(content);
  running.end();
  const { printed, exit } = await finished;
  const line = `${createHash('sha256').update(content).digest('hex')}  data/large\n`;
  expect(printed.subarray(0, line.length).toString()).toBe(line);
  expect(printed.subarray(line.length).equals(content)).toBe(true);
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
});

test('a reader that walks away from an endless program leaves a sandbox that takes the next step', async () => {
  await using made = await makeLink();
  for await (const event of made.link.start(sh('yes')).events) {
    if (event.type === 'output') break;
  }
  await expect.poll(() => tryStart(made.link)?.constructor.name, { timeout: 10_000 }).toBe('AgentStep');
});

function tryStart(link: AgentLink): RunningStep | undefined {
  try {
    return link.start(sh('true'));
  } catch {
    return undefined;
  }
}

test('kill ends the step and says who did it', async () => {
  await using made = await makeLink();
  const running = made.link.start(sh('trap "" TERM; echo up; sleep 60'));
  for await (const event of running.events) {
    if (event.type === 'output') running.kill();
    if (event.type === 'exit') expect(event.exit).toMatchObject({ killedBy: 'host', signal: 9 });
  }
});

test('a sandbox that is removed in mid-step breaks the link, and only that', async () => {
  await using made = await makeLink();
  const finished = finish(made.link.start(sh('echo up; sleep 60')));
  const removed = made.container.kill();
  await expect(finished).rejects.toThrow('The sandbox ended.');
  await removed;
});
