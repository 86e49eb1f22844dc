import { Shape } from './shapes.ts';
const shape: Shape = { side: 1 };
console.log(shape);
export {};
