import { AsyncResource, executionAsyncId, triggerAsyncId } from 'node:async_hooks';
const ids: number[] = [executionAsyncId(), triggerAsyncId()];
console.log(ids, typeof new AsyncResource('mine').asyncId());
