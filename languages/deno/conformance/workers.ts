const source = new URL(import.meta.url);
const isWorker = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;

if (isWorker) {
  self.onmessage = ({ data }) => self.postMessage(data ** 2);
} else {
  const squares = [1, 2, 3].map((n) =>
    new Promise((resolve) => {
      const worker = new Worker(source, { type: "module" });
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.postMessage(n);
    })
  );
  console.log(await Promise.all(squares));

  const { stdout } = await new Deno.Command("echo", { args: ["from a child process"] }).output();
  await Deno.stdout.write(stdout);
}
