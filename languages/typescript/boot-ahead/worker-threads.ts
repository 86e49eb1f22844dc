import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
enum Answer { Yes = 'yes' }
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: Answer.Yes });
  worker.on('message', (message: unknown) => console.log(message));
  worker.on('exit', (code: number) => console.log('exit', code));
} else {
  parentPort!.postMessage([workerData as Answer, process.execArgv, process.argv]);
}
