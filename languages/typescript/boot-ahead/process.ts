const { getActiveResourcesInfo, features, cwd, umask } = process;
console.log(getActiveResourcesInfo(), features, cwd(), umask(), process.eventNames().sort(), process.sourceMapsEnabled);
console.log(Object.keys(process).sort().join(), Object.getOwnPropertyNames(globalThis).sort().join());
