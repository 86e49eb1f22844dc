process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
process.on('rejectionHandled', () => console.log('handled'));
const rejected = Promise.reject(7);
setTimeout(() => rejected.catch((value) => console.log('caught', value)), 5);
