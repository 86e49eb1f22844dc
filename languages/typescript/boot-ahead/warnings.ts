const { pid }: { pid: number } = process;
const write = process.stderr.write;
process.stderr.write = ((text: string, ...rest: never[]) => write.call(process.stderr, String(text).replaceAll(`${pid}`, 'PID'), ...rest)) as typeof write;
process.emitWarning('mine' as string, { code: 'MY1' });
console.log((require('node:module') as { stripTypeScriptTypes(text: string): string }).stripTypeScriptTypes('let a: string;'));
