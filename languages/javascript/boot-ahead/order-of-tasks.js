// Each waits for the one before: two timers side by side say nothing about order on a machine that is late.
setTimeout(() => {
  setImmediate(() => {
    console.log('immediate');
    setTimeout(() => console.log('timeout'), 15);
  });
}, 0);
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
Promise.resolve().then(() => process.nextTick(() => console.log('tick of a microtask')));
console.log('first');
