require('node:fs').writeFileSync('out/made.txt', 'made');
console.log(require('node:fs').readdirSync('.'));
