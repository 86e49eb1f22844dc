import { join } from 'node:path';
import { later } from './imported.js';

export const here = join(import.meta.dirname, await later);
