const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');

if (isMainThread) {
  const squares = [1, 2, 3].map(
    (n) => new Promise((resolve) => new Worker(__filename, { workerData: n }).on('message', resolve)),
  );
  Promise.all(squares).then((answers) => console.log(answers));
} else {
  parentPort.postMessage(workerData ** 2);
}
