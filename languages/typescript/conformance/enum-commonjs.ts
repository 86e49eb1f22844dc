const { EOL } = require('node:os');

enum Level {
  Low = 'low',
}
async function show(): Promise<void> {
  console.log(await Level.Low, JSON.stringify(EOL), require.main === module);
}
void show();
