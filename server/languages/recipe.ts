import { commandLine } from './command-line.ts';
import type { ImageRecipe } from './image-builder.ts';
import type { Language } from './language.ts';

/** Pure: what a language's image is built from. `ownerImage` is the image of the language that lends it one. */
export function recipeOf(language: Language, ownerImage?: string): ImageRecipe {
  const { id, folder, manifest } = language;
  const npm = 'npm' in manifest.image ? manifest.image.npm : {};
  return {
    id,
    source: ownerImage === undefined ? { kind: 'folder', folder, npm } : { kind: 'image', image: ownerImage },
    version: manifest.version,
    hello: { path: manifest.source, text: language.texts.hello, command: helloCommand(language) },
  };
}

function helloCommand({ manifest, commands }: Language): string {
  const settings = Object.entries(manifest.env).map(([name, value]) => `${name}=${value}`);
  const run = settings.length > 0 ? `${commandLine(['env', ...settings])} ${commands.run}` : commands.run;
  return commands.compile ? `${commands.compile} && ${run}` : run;
}
