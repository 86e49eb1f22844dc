import { basename } from 'node:path';

const answer = await Promise.resolve(42);
console.log(answer, basename(import.meta.filename), import.meta.main, typeof require);
