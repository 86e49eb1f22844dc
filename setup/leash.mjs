// Loaded into each server that `npm start` runs: when the one who started it is gone, however it died, the server ends.
// What a server starts in its turn inherits this file, and is not meant.
if (process.channel && process.ppid === Number(process.env.LEASH_HOLDER)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
