const { createRequire, isBuiltin } = require('node:module');
console.log(require.resolve('./a.js'), require.resolve('fs'), require.resolve.paths('x'), isBuiltin('node:test'));
console.log(createRequire('/work/folder/x.js')('./b.cjs'));
for (const name of ['./nowhere.js', 'nowhere', '/usr/local/lib/nowhere.cjs']) {
  try {
    require(name);
  } catch (error) {
    console.log(error.code, error.message, error.requireStack);
  }
}
