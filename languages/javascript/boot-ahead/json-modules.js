import data from './data.json' with { type: 'json' };
import { createRequire } from 'node:module';
console.log(data, createRequire(import.meta.url)('./data.json') === data);
await import('./data.json').catch((error) => console.log(error.code, error.message));
await import('./broken.json', { with: { type: 'json' } }).catch((error) => console.log(error.name, error.message));
