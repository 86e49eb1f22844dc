import { readFileSync } from 'node:fs';
import process, { argv } from 'node:process';

console.log(import.meta.url, import.meta.filename, import.meta.dirname, import.meta.main, Object.keys(import.meta));
console.log(import.meta.resolve('./x.js'), argv === process.argv, process.mainModule, 'mainModule' in process);
console.log(typeof require, typeof module, typeof __filename, this, readFileSync(import.meta.filename, 'utf8').length);
