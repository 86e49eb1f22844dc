import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { run } from './recorded-run.ts';

test('a recording is played as fast as it went, with the keyboard alone', async ({ page, request }) => {
  const code =
    'import time\nfor n in range(4):\n    print("line", n, flush=True)\n    time.sleep(0.8 * (n < 3))\n';
  const program = { language: 'python', code };
  const data = { ...program, run: await run(program) };
  const { id } = await (await request.post('/api/v1/snippets', { data })).json();
  const { events } = await (await request.get(`/api/v1/snippets/${id}/recording`)).json();
  const times = events.flatMap((event: { at?: number }) => event.at ?? []);
  await page.goto(`/s/${id}`);
  const began = Date.now();
  await page.getByRole('button', { name: 'Replay' }).press('Enter');
  const output = page.getByRole('log', { name: 'Replay of the output' });
  await expect(output).toContainText('line 3');
  // A busy machine may show it later, and none sooner.
  expect(Date.now() - began).toBeGreaterThan(Math.max(...times) * 0.95);

  const slider = page.getByRole('slider', { name: 'Position' });
  await slider.press('Home');
  await slider.press('Space');
  await expect(output).not.toContainText('line 2');
  await slider.press('End');
  await expect(output).toContainText('line 3');
  await expect(page.getByRole('button', { name: 'Again' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id: rule }) => rule)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Replay' })).toBeFocused();
});

test('run again, a program that does something else is told line by line; without motion nothing plays', async ({
  page,
  request,
}) => {
  const program = { language: 'python', code: 'import os\nprint("same")\nprint(os.urandom(8).hex())' };
  const data = { ...program, run: await run(program) };
  const { id } = await (await request.post('/api/v1/snippets', { data })).json();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/s/${id}`);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText('≠ It did not do the same.')).toBeVisible();
  const compared = page.getByRole('region', { name: 'Recorded and now' });
  await expect(compared.getByRole('row', { name: /^Toolchain/ })).not.toContainText('≠');
  await expect(compared).toContainText(/ {2}same\n− [0-9a-f]{16}\n\+ [0-9a-f]{16}/);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id: rule }) => rule)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});
