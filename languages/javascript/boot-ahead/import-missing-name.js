import { nothing } from 'node:fs';
import { none } from './empty.mjs';
