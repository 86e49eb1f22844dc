// Loaded into each server that `npm start` runs: when the one who started it is gone, however it died, the server ends.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
