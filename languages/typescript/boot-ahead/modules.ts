import common from './common.cts';
import { type Shape, area } from './shapes.ts';
import data from './data.json' with { type: 'json' };
console.log(common, area({ side: 3 } as Shape), data);
