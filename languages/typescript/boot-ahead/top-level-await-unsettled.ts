console.log('waits');
process.on('exit', (code: number) => console.log('exit', code));
await new Promise<never>(() => {});
export {};
