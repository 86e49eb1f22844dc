console.log(require.main === module, typeof require('node:fs').readFileSync);
