const { readFileSync, writeSync } = require('node:fs');
const flags = [0, 1, 2].map((fd) => /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))[1]);
writeSync(1, `${flags}\n`);
writeSync(2, 'blocking\n');
