type A = string;
const a: A = `two
lines`;
console.log(a.length);
throw new Error('on line four');
