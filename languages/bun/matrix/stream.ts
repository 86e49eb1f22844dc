console.log("first");
await Bun.sleep(500);
console.log("second");
