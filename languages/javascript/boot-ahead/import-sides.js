import old, { named } from './old.cjs';
import * as all from './new.mjs';
import { again } from './circle.mjs';
console.log(old, named, all, again());
export const here = 'main';
