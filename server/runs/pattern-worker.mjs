import { parentPort } from 'node:worker_threads';

// Sticky, and with nothing after it: the pattern is for the whole text. A last line end may stay over.
parentPort.on('message', ({ pattern, flags, text }) => {
  parentPort.postMessage(new RegExp(`(?:${pattern})\\n?(?![^])`, `uy${flags}`).test(text));
});
