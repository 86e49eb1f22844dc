process.on('exit', (code) => console.log('exit', code));
process.emit('exit', 1);
console.log('goes on');
