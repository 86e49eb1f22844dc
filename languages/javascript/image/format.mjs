// Lays out the program on stdin; the argument is the name of its file.
import { readFileSync } from 'node:fs';
import * as babel from '../prettier/plugins/babel.mjs';
import * as estree from '../prettier/plugins/estree.mjs';
import { format } from '../prettier/standalone.mjs';

const filepath = process.argv[2];
const language = /\.[mc]?ts$/.test(filepath) ? await import('../prettier/plugins/typescript.mjs') : babel;

try {
  const text = readFileSync(0, 'utf8');
  process.stdout.write(await format(text, { filepath, plugins: [language, estree] }));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
