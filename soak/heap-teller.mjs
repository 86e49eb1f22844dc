// Loaded into the server that is soaked: on SIGUSR2 it collects its garbage and writes down how much is left.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collect();
  writeFileSync(process.env.HEAP_FILE, `${process.memoryUsage().heapUsed}\n`);
});
