console.log({ a: 1 }, process.stdout.hasColors?.(), require('node:util').styleText('red', 'x'));
console.error(new Error('plain').message);
