import { expect, type Locator, type Page } from '@playwright/test';

/** The editor page, as a person handles it. */
export class EditorPage {
  readonly run: Locator;
  readonly stop: Locator;
  readonly output: Locator;
  /** What is drawn of the code. */
  readonly code: Locator;
  readonly input: Locator;

  constructor(readonly page: Page) {
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stop = page.getByRole('button', { name: /^Stop/ });
    this.output = page.getByRole('log');
    this.code = page.locator('.monaco-editor .view-lines').first();
    this.input = page.getByRole('textbox', { name: 'Input for the running program' });
  }

  /** Opens the page and waits until the editor takes keys and the server is connected. */
  async open(path = '/?lang=python'): Promise<void> {
    await this.page.goto(path);
    await expect(
      this.page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first(),
    ).toBeAttached();
    await expect(this.page.getByText('Connected')).toBeVisible();
    await expect(this.run).toBeEnabled();
  }

  /** Replaces the whole code by pasting: typed lines would be indented by the editor. */
  async write(code: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), code);
    await this.code.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Adds a test, and leaves it chosen. */
  async addTest(input: string, expected: string): Promise<void> {
    await this.page.getByRole('tab', { name: /^Tests/ }).click();
    await this.page.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('textbox', { name: 'Input', exact: true }).fill(input);
    await this.page.getByRole('textbox', { name: 'Expected output' }).fill(expected);
  }

  /** The words of the exit line or of the output's header. */
  end(words: string | RegExp): Locator {
    return this.page.getByText(words).first();
  }
}
