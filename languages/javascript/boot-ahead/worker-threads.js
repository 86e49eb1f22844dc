const { Worker, isMainThread, parentPort, workerData, threadId } = require('node:worker_threads');
if (isMainThread) {
  console.log(isMainThread, threadId, parentPort, process.argv);
  const worker = new Worker(__filename, { workerData: { n: 2 }, argv: ['a'], env: { ONLY: '1' } });
  worker.on('message', (message) => console.log(message));
  worker.on('exit', (code) => console.log('exit', code, Object.keys(require.cache)));
} else {
  parentPort.postMessage([workerData, process.argv, process.execArgv, process.env, Object.keys(require.cache), require.main === module, performance.now() < 60_000]);
  process.exitCode = 3;
}
