console.log((function () { return this === globalThis; })(), delete Object.freeze({ a: 1 }).a);
undeclared = 1;
console.log(undeclared, globalThis.undeclared);
