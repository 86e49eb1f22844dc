const a: number = 1;
const x: string = ;
console.log('never');
