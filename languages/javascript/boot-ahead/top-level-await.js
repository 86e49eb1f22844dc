const { promise, resolve } = Promise.withResolvers();
setTimeout(resolve, 5, 'later');
process.on('exit', (code) => console.log('exit', code));
console.log(await promise);
console.log(await Promise.all([1, Promise.resolve(2)]));
export {};
