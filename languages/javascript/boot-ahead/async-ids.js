const { executionAsyncId, triggerAsyncId, AsyncResource, createHook } = require('node:async_hooks');
console.log(executionAsyncId(), triggerAsyncId(), new AsyncResource('mine').asyncId());
const types = [];
createHook({ init: (id, type) => types.push(type) }).enable();
setTimeout(() => console.log(executionAsyncId(), types), 1);
Promise.resolve().then(() => console.log(typeof executionAsyncId()));
