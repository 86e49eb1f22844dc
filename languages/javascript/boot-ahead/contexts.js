const vm = require('node:vm');
console.log(vm.runInNewContext('a + typeof gc + typeof process', { a: 'x' }), vm.runInThisContext('typeof require'));
console.log(new vm.Script('throw new Error("in a script")', { filename: 'mine.js' }).cachedDataRejected);
try {
  vm.runInThisContext('\nnull.x', { filename: 'mine.js' });
} catch (error) {
  console.log(error.stack.split('\n').slice(0, 3).join('|'));
}
eval('console.log(typeof module, new Error("in eval").stack.split("\\n")[1].trim())');
