process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  process.exitCode = 9;
});
setImmediate(() => console.log('goes on'));
throw new Error('caught');
