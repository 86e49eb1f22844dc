// Node compiles a function when it is first called. What nearly every program calls is called here, ahead of it.
'use strict';

const { Console } = require('node:console');
const { Socket } = require('node:net');
const { createInterface } = require('node:readline');
const { Readable } = require('node:stream');

/** Returns TypeScript's transformer where the program is to be TypeScript. */
exports.warmUp = function warmUp(internals) {
  const isTypeScript = /\.[mc]?ts$/.test(process.argv[1]);
  print(internals);
  readLines();
  runPrograms(internals, isTypeScript ? 'ts' : 'js');
  const transformer = isTypeScript ? warmTransformer(internals) : undefined;
  process._tickCallback();
  return transformer;
};

/** Goes the way of console.log down to the system, where nothing is written. */
function print({ internalBinding }) {
  const { streamBaseState, kBytesWritten, kLastWriteWasAsync } = internalBinding('stream_wrap');
  const handle = {
    getAsyncId: () => 0,
    getProviderType: () => 0,
    writeUtf8String(_request, text) {
      streamBaseState[kBytesWritten] = text.length;
      streamBaseState[kLastWriteWasAsync] = 0;
      return 0;
    },
  };
  const stdout = new Socket({ handle, readable: false, writable: true });
  const console = new Console({ stdout, colorMode: false });
  console.log('Hello World');
  console.log('%s: %d', 'a', 1, [1.5, 'b', null], { c: new Map([[1, new Set()]]), d() {} });
}

function readLines() {
  const input = new Readable({ read() {} });
  const lines = createInterface({ input });
  lines.on('line', Number);
  input.push('1\n2\n');
  input.push(null);
}

function runPrograms(internals, extension) {
  const { executeUserEntryPoint } = internals.require('internal/modules/run_main');
  executeUserEntryPoint(`${__dirname}/warm/main.${extension}`);
  void import('./warm/module.mjs');
}

/** Node's own can do what Node never asks of it, which is what some of the program's files need. */
function warmTransformer({ require: inner }) {
  const transformer = inner('internal/deps/amaro/dist/index');
  const source =
    'enum A { B }\nnamespace C { export const d = A.B }\nclass E { constructor(readonly f: A) {} }';
  transformer.transformSync(source, { mode: 'transform', sourceMap: true, filename: __filename });
  return transformer;
}
