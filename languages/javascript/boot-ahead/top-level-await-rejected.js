console.log('first');
await Promise.reject(new TypeError('not so'));
