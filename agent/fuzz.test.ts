import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { ensureTestImage, testEngine } from './testing/image.ts';

const seed = 20_260;
const streams = 400;

test('no stream of frames, mutated or random, makes the agent crash, hang or trip a sanitizer', async () => {
  const engine = await testEngine();
  const image = await ensureTestImage(engine);
  const said: Buffer[] = [];
  const output = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void said.push(chunk)) });
  const [{ StatusCode }] = await engine.run(
    image,
    [`${seed}`, `${streams}`],
    output,
    // Every agent under test is PID 1 of a namespace that the fuzzer makes.
    {
      Entrypoint: ['python3', '/attacks/fuzz.py'],
      Labels: { 'bugdrill.instance': 'agent-test' },
      Tty: true,
      HostConfig: {
        AutoRemove: true,
        CapAdd: ['SYS_ADMIN'],
        NetworkMode: 'none',
        PidsLimit: 256,
        Memory: 512 * 1024 * 1024,
        Tmpfs: { '/work': 'exec,size=8388608,uid=20511,gid=20511' },
      },
    },
  );
  expect(Buffer.concat(said).toString().trim()).toMatch(new RegExp(`^${streams} streams, endings \\[`));
  expect(StatusCode).toBe(0);
}, 240_000);
