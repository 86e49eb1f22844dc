import { type Stats, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

const meta: ImportMeta = import.meta;
console.log(meta.url, meta.filename, meta.dirname, (meta as { main?: boolean }).main, Object.keys(meta), typeof require);
export const sizes = (path: string): number | Stats | Socket => readFileSync(path, 'utf8').length;
console.log(sizes(import.meta.filename));
