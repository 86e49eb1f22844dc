import { expect, test } from './fixtures.ts';

// They are for people to look at, and kept in docs/screens: SCREENS=docs/screens npx playwright test e2e/screens.spec.ts
const folder = process.env['SCREENS'];
test.skip(folder === undefined, 'taken when SCREENS names their folder');

const program = `import csv

def label(row):
    """What a row is called."""
    name, count = row
    return f"{name:>8}  {'#' * int(count)}"

with open("data.csv") as file:
    for row in csv.reader(file):
        print(label(row))

print(1 / 0)
`;

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries({
    wide: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`the main states as a person sees them, ${theme}, ${size}`, async ({ editor, page, baseURL }) => {
      const keep = (state: string) => page.screenshot({ path: `${folder}/${state}-${theme}-${size}.png` });
      await page.setViewportSize(viewport);
      await page.context().addCookies([{ name: 'look', value: `${theme}.system`, url: baseURL ?? '' }]);
      const data = {
        ...{ language: 'python', title: 'A bar chart', code: program },
        files: [{ path: 'data.csv', content: 'apples,7\npears,12\nplums,3\n' }],
        tests: [{ name: 'nothing to read', stdin: '', expected: 'apples' }],
      };
      const { id } = await (await page.request.post('/api/v1/snippets', { data })).json();
      await page.goto(`/s/${id}`);
      await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
      await keep('shared');
      await page.goto(`/?s=${id}`);
      await expect(editor.run).toBeEnabled();
      await keep('first');
      await editor.run.click();
      await expect(editor.end('Exit 1')).toBeVisible();
      await keep('failed');
      if (size === 'phone') return;
      await page.getByRole('tab', { name: /^Tests/ }).click();
      await page.getByRole('button', { name: 'Run tests' }).click();
      await expect(page.getByText(/^0 of 1 passed/)).toBeVisible();
      await keep('tests');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await keep('palette');
    });
  }
}
