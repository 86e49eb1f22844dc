Promise.reject(new Error('nobody cares'));
process.on('exit', (code) => console.log('exit', code));
