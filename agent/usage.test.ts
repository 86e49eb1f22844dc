import { expect, test } from 'vitest';
import { encodeBoot } from '#server/sandbox/frames.ts';
import { TestSandbox } from './testing/sandbox.ts';

const MiB = 1024 * 1024;

/** What a Python program of so many bytes is measured at. */
async function measure(sandbox: TestSandbox, bytes: number): Promise<number> {
  const { exit } = await sandbox.python(`kept = bytes([1]) * ${bytes}`);
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
  return exit.memoryBytes;
}

test('a program measures the same, whatever its sandbox ran before', async () => {
  await using fresh = await TestSandbox.make();
  await using used = await TestSandbox.make();
  const alone = await measure(fresh, 10 * MiB);
  await measure(used, 60 * MiB);
  const after = await measure(used, 10 * MiB);
  expect(Math.abs(after - alone)).toBeLessThan(2 * MiB);
});

test('what was booted measures the same in a sandbox that ran something large', async () => {
  const argv = ['python3', '-c', 'import os, json, decimal; os.write(3, b"!"); os.read(3, 9000)'];
  const command = { argv, env: {}, processes: 63, openFiles: 256, fileBytes: 32 * MiB };
  const bootAndRun = async (sandbox: TestSandbox) => {
    sandbox.send(encodeBoot(command));
    await sandbox.until('booted');
    const { exit } = await sandbox.run(argv, { ...command, booted: true });
    expect(exit).toMatchObject({ exitCode: 0, booted: true });
    return exit.memoryBytes;
  };
  await using fresh = await TestSandbox.make();
  await using used = await TestSandbox.make();
  const alone = await bootAndRun(fresh);
  await measure(used, 60 * MiB);
  const after = await bootAndRun(used);
  expect(Math.abs(after - alone)).toBeLessThan(1.5 * MiB);
});

test('no program measures more than its limit', async () => {
  await using sandbox = await TestSandbox.make();
  await measure(sandbox, 60 * MiB);
  const limit = 10 * MiB;
  await sandbox.container.update({ Memory: limit, MemorySwap: limit });
  const measured = await measure(sandbox, 3 * MiB);
  expect(measured).toBeGreaterThan(3 * MiB);
  expect(measured).toBeLessThanOrEqual(limit);
});
