const a: number = 1;
let b: string;
let b: number;
console.log('never');
