console.log('before');
process.kill(process.pid, 'SIGTERM' as NodeJS.Signals);
setInterval((): void => {}, 1000);
