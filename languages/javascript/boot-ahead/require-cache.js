const Module = require('node:module');
console.log(Object.keys(require.cache), Object.keys(require.extensions), Object.keys(Module._pathCache));
console.log(require('./sibling.js'), module.children.map(({ filename, parent }) => [filename, parent === module]));
console.log(Object.keys(require.cache), Object.keys(Module._pathCache), Module.globalPaths);
