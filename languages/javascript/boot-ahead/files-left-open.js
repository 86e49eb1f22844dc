const { open, writeFile, readFile } = require('node:fs/promises');
(async () => {
  await writeFile('made.txt', 'text');
  console.log(await readFile('made.txt', 'utf8'), process.cwd());
  const left = await open('made.txt');
  console.log(typeof left.fd);
  require('node:fs').createWriteStream('made.txt').write('again', () => console.log('written'));
})();
