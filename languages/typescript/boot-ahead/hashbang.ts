#!/usr/bin/env node
const x: string = new Error('line two').stack!.split('\n')[1]!;
console.log(x);
