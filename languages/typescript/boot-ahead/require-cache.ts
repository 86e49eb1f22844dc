const Module = require('node:module');
const names: string[] = Object.keys(require.cache);
console.log(names, Object.keys(require.extensions), Object.keys(Module._pathCache), require('./sibling.ts'));
