const { EOL }: { EOL: string } = require('node:os');

console.log(JSON.stringify(EOL), require.main === module);
