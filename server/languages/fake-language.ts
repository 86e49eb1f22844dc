import type { z } from 'zod';
import { Language } from './language.ts';
import { Manifest } from './manifest.ts';

/** A language for tests: whole, except that it has no folder. */
export function fakeLanguage(given: Partial<z.input<typeof Manifest>>): Language {
  const manifest = Manifest.parse({
    id: 'fake',
    name: given.id ?? 'Fake',
    extensions: ['.fake'],
    grammar: 'plaintext',
    kind: 'interpreted',
    image: {},
    version: { command: ['fake', '--version'], pattern: '(.+)' },
    source: 'main.fake',
    run: ['fake', '{entry}', '{args}'],
    ...given,
  });
  return new Language({
    folder: `/nowhere/${manifest.id}`,
    manifest,
    texts: { template: '', hello: 'hello' },
  });
}
