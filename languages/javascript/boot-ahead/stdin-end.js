process.stdin.on('data', (bytes) => console.log('never', bytes)).on('end', () => console.log('end'));
