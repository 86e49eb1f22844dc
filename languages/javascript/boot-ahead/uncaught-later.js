setTimeout(function late() {
  null.x;
}, 1);
process.on('uncaughtExceptionMonitor', (error, origin) => console.log(error.message, origin));
