const alive: NodeJS.Timeout = setInterval(() => {}, 1000);
process.once('SIGUSR2', (name: NodeJS.Signals) => {
  console.log(name);
  clearInterval(alive);
});
process.kill(process.pid, 'SIGUSR2');
