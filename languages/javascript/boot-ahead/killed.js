console.log('before');
process.kill(process.pid, 'SIGKILL');
setInterval(() => {}, 1000);
