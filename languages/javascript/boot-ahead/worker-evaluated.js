import { Worker, SHARE_ENV } from 'node:worker_threads';
import { once } from 'node:events';
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  process.env.SET = 'there';
  parentPort.postMessage([process.env.NODE_OPTIONS, __filename, module.id, Object.keys(require.cache)]);
`, { eval: true, env: SHARE_ENV });
console.log(await Promise.all([once(worker, 'message'), once(worker, 'exit')]), process.env.SET);
const failing = new Worker(new URL('data:text/javascript,throw new RangeError("inside")'));
const exit = new Promise((resolve) => failing.on('exit', resolve));
console.log((await once(failing, 'error'))[0].message, await exit);
