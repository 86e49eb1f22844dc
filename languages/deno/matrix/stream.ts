console.log("first");
await new Promise((resolve) => setTimeout(resolve, 500));
console.log("second");
