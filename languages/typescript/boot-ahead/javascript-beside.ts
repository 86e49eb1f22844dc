const { add } = require('./add.js') as { add(a: number, b: number): number };
console.log(add(1, 2));
require('./fails.cjs');
