const { readdirSync, readlinkSync, readFileSync } = require('node:fs');
const kinds = [];
for (const name of readdirSync('/proc/self/fd')) {
  try {
    kinds.push(readlinkSync(`/proc/self/fd/${name}`).replace(/\d+|\/proc\/.*/g, ''));
  } catch {}
}
console.log(kinds.sort());
for (const fd of [0, 1, 2]) console.log(fd, /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))[1]);
