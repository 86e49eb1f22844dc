const { AsyncLocalStorage } = require('node:async_hooks');
const storage = new AsyncLocalStorage();
console.log(storage.getStore());
storage.run({ id: 1 }, () => {
  setImmediate(() => console.log('immediate', storage.getStore()));
  process.nextTick(() => console.log('tick', storage.getStore()));
  Promise.resolve().then(() => console.log('microtask', storage.getStore()));
});
console.log(storage.getStore());
