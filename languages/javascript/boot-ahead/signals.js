process.on('SIGUSR2', (name, number) => {
  console.log(name, number, process.listenerCount('SIGUSR2'));
  process.kill(process.pid, 'SIGTERM');
});
process.once('SIGTERM', (name) => {
  console.log(name);
  clearInterval(alive);
});
const alive = setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGUSR2');
