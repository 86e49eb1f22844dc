const { half } = require('./parts/half.js');

console.log([2, null].map((n) => half(n)));
