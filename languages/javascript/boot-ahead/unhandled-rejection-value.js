Promise.reject(42);
setTimeout(() => console.log('never'), 50);
