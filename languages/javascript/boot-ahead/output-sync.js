const { writeSync } = require('node:fs');
console.log('a');
for (const text of ['b\n', 'c\n']) writeSync(1, text);
console.log('d');
process.stdout.end('e\n');
