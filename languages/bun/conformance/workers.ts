import { isMainThread } from "node:worker_threads";

declare const self: Worker;

if (isMainThread) {
  const squares = [1, 2, 3].map(
    (n) =>
      new Promise((resolve) => {
        const worker = new Worker(import.meta.url);
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data);
        };
        worker.postMessage(n);
      }),
  );
  console.log(await Promise.all(squares));

  console.write(await Bun.$`echo from the shell`.text());
  console.write(await new Response(Bun.spawn(["echo", "from a child process"]).stdout).text());
} else {
  self.onmessage = ({ data }) => self.postMessage(data ** 2);
}
