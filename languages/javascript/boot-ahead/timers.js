const timers = require('node:timers/promises');
(async () => {
  console.log(await timers.setTimeout(3, 'a'), await timers.setImmediate('b'));
  let count = 0;
  for await (const each of timers.setInterval(1, 'c')) if (++count === 3) break;
  console.log(count, typeof setTimeout(() => {}, 1)[Symbol.toPrimitive]());
  setInterval(() => {}, 1000).unref();
})();
