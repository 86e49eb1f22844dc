const { readdirSync, readFileSync, readlinkSync } = require('node:fs') as typeof import('node:fs');
const kinds: string[] = [];
for (const name of readdirSync('/proc/self/fd')) {
  try {
    kinds.push(readlinkSync(`/proc/self/fd/${name}`).replace(/\d+|\/proc\/.*/g, ''));
  } catch {}
}
const flags = [0, 1, 2].map((fd: number) => /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))![1]);
console.log(kinds.sort(), flags);
