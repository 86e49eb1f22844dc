import { square } from './square.js';
import { cube } from './cube.cjs';

console.log(square(3), cube(3));
