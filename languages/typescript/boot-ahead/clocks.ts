const soon: number = 30_000;
console.log(process.uptime() * 1e3 < soon, performance.now() < soon, Math.abs(Date.now() - performance.timeOrigin - performance.now()) < 1000);
const { nodeStart, v8Start, environment, bootstrapComplete } = performance.nodeTiming;
console.log(nodeStart < v8Start, v8Start < environment, environment < bootstrapComplete, bootstrapComplete < soon);
