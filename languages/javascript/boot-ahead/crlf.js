console.log('one');
// a comment
console.log(`two
lines`.length);
throw new Error('on line five');
