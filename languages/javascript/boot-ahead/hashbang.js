#!/usr/bin/env node
console.log(new Error('line two').stack.split('\n')[1]);
