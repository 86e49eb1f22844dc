console.log(typeof fetch, typeof WebSocket, typeof crypto.subtle, typeof navigator.userAgent, typeof structuredClone, typeof gc, typeof URLPattern);
console.log(RegExp.$1, RegExp.lastMatch, RegExp['$&'], Object.keys(globalThis), Object.getOwnPropertySymbols(globalThis));
console.log(console.constructor.name, Object.keys(console), console._times?.size, typeof console.context);
