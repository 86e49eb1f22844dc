const { basename } = require('node:path');

console.log(require.main === module, basename(__filename), typeof exports, this === module.exports);
console.log(process.argv.length, process.execArgv);
