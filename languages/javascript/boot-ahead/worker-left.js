const { Worker } = require('node:worker_threads');
const worker = new Worker('setInterval(() => {}, 1000); require("node:worker_threads").parentPort.postMessage("up")', { eval: true });
worker.once('message', (text) => {
  console.log(text);
  worker.unref();
});
process.on('exit', (code) => console.log('exit', code));
