const cluster = require('node:cluster');
if (cluster.isPrimary) {
  const worker = cluster.fork({ EXTRA: '1' });
  worker.on('message', (message) => console.log(worker.id, message));
  cluster.on('exit', (_worker, code, signal) => console.log('exit', code, signal));
} else {
  process.send([cluster.worker.id, process.env.EXTRA, process.env.NODE_UNIQUE_ID, process.argv], () => process.exit(2));
}
