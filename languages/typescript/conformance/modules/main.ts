import { area, type Shape } from './shapes/area.ts';

const shape: Shape = { width: 3, height: 4 };
console.log(area(shape));
