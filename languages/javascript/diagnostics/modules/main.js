import { half } from './my half.mjs';

console.log(half(0));
