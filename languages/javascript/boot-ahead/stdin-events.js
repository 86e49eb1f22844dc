process.stdin.setEncoding('utf8');
let all = '';
process.stdin.on('readable', () => {
  for (let chunk = process.stdin.read(); chunk !== null; chunk = process.stdin.read()) all += chunk;
});
process.stdin.on('end', () => console.log(all.length, process.stdin.destroyed));
process.stdin.on('close', () => console.log('close'));
