import { expect, test } from 'vitest';
import { LanguageBuilds } from './builds.ts';
import { fakeLanguage } from './fake-language.ts';
import type { BuildWatch, BuiltImage, ImageBuilder, ImageRecipe } from './image-builder.ts';
import type { Language } from './language.ts';

/** Builds what tests tell it to, one language at a time. */
class FakeBuilder implements ImageBuilder {
  readonly seen: ImageRecipe[] = [];
  under = 0;
  most = 0;
  constructor(
    private readonly make: (recipe: ImageRecipe, watch: BuildWatch) => Promise<void> = async () => {},
  ) {}

  async build(recipe: ImageRecipe, watch: BuildWatch): Promise<BuiltImage> {
    this.seen.push(recipe);
    this.most = Math.max(this.most, ++this.under);
    try {
      await this.make(recipe, watch);
      return {
        image: recipe.source.kind === 'image' ? recipe.source.image : `image-${recipe.id}`,
        version: '1.0',
      };
    } finally {
      this.under--;
    }
  }
}

const three = () => ['a', 'b', 'c'].map((id) => fakeLanguage({ id }));
const states = (languages: readonly Language[]) => languages.map(({ state }) => state.status);

test('languages are built one after the other, in the given order', async () => {
  const languages = three();
  const builder = new FakeBuilder(() => new Promise((resolve) => setImmediate(resolve)));
  await new LanguageBuilds({ languages, builder }).finished;
  expect(builder.seen.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(builder.most).toBe(1);
  expect(states(languages)).toEqual(['ready', 'ready', 'ready']);
});

test('while one is built its state says how far it is, and the others wait', async () => {
  const languages = three();
  const builder = new FakeBuilder(async ({ id }, watch) => {
    if (id !== 'b') return;
    watch.progress({ step: 2, steps: 4, detail: 'unpacking' });
    expect(languages[1]?.state).toEqual({ status: 'building', step: 2, steps: 4, detail: 'unpacking' });
    expect(states(languages)).toEqual(['ready', 'building', 'waiting']);
  });
  await new LanguageBuilds({ languages, builder }).finished;
  expect(states(languages)).toEqual(['ready', 'ready', 'ready']);
});

test('one that fails says why and takes no other down', async () => {
  const languages = three();
  const told: string[] = [];
  const builder = new FakeBuilder(async ({ id }) => {
    if (id === 'a') throw new Error('no such package');
  });
  const builds = new LanguageBuilds({
    languages,
    builder,
    onReady: ({ id }) => told.push(`${id} ready`),
    onFailed: ({ id }) => told.push(`${id} failed`),
  });
  expect(await builds.firstReady).toBe(languages[1]);
  await builds.finished;
  expect(languages[0]?.state).toEqual({ status: 'failed', reason: 'no such package' });
  expect(told).toEqual(['a failed', 'b ready', 'c ready']);
});

test('nobody waits for ever for a first language when all fail', async () => {
  const builder = new FakeBuilder(() => Promise.reject(new Error('no engine')));
  const builds = new LanguageBuilds({ languages: three(), builder });
  expect(await builds.firstReady).toBeUndefined();
});

test('a language whose folder was wrong is not built', async () => {
  const languages = three();
  languages[0]?.failed('manifest.json: run: missing');
  const builder = new FakeBuilder();
  await new LanguageBuilds({ languages, builder }).finished;
  expect(builder.seen.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(states(languages)).toEqual(['failed', 'ready', 'ready']);
});

test('one that uses the image of another comes right after it and runs in that image', async () => {
  const borrower = fakeLanguage({ id: 'a-borrower', image: { of: 'lender' } });
  const lender = fakeLanguage({ id: 'lender' });
  const builder = new FakeBuilder();
  await new LanguageBuilds({ languages: [borrower, lender], builder }).finished;
  expect(builder.seen.map(({ id }) => id)).toEqual(['lender', 'a-borrower']);
  expect(borrower.image).toBe('image-lender');
});

test('one that uses the image of another fails with it', async () => {
  const lender = fakeLanguage({ id: 'lender', name: 'Lender' });
  const borrower = fakeLanguage({ id: 'borrower', image: { of: 'lender' } });
  const builder = new FakeBuilder(() => Promise.reject(new Error('no disk')));
  await new LanguageBuilds({ languages: [lender, borrower], builder }).finished;
  expect(borrower.state).toEqual({
    status: 'failed',
    reason: 'Its image is that of Lender, which could not be built.',
  });
});

test('closing stops the build under way, waits for its end and begins no other', async () => {
  const languages = three();
  const builder = new FakeBuilder((_recipe, { signal }) => {
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const builds = new LanguageBuilds({ languages, builder });
  expect(builder.under).toBe(1);
  await builds[Symbol.asyncDispose]();
  expect(builder.under).toBe(0);
  expect(states(languages)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(await builds.firstReady).toBeUndefined();
});
