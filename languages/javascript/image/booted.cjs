// Boot ahead: the sandbox's agent started this Node before there was a request. It warms what a program will use, says on
// a descriptor that it is up, waits there for the arguments and the environment, and goes on as a plain start would:
// nothing of this may be left.
'use strict';

const { closeSync, existsSync, fstatSync, readSync, writeSync } = require('node:fs');
const Module = require('node:module');
const { relative } = require('node:path');
const { pausedClocks } = require('./clocks.cjs');
const { quickExit } = require('./exit.cjs');
const { reachInternals } = require('./internals.cjs');
const { warmUp } = require('./warm.cjs');

const { argv, env } = process;
const descriptor = Number(env.BUGDRILL_BOOT);
exports.transformer = isSocket(descriptor) ? boot() : undefined;
forgetModules();

/** A program may have set the variable for a Node of its own. */
function isSocket(number) {
  try {
    return fstatSync(number).isSocket();
  } catch {
    return false;
  }
}

function boot() {
  delete env.BUGDRILL_BOOT;
  const internals = reachInternals(require);
  const restore = observableState(internals);
  const pause = pausedClocks(internals);
  const transformer = warmUp(internals);
  quickExit(internals);
  writeSync(descriptor, '!');
  const goOn = pause();
  const message = parsed(received());
  closeSync(descriptor);
  if (isStale()) startPlainly(message, internals);
  goOn();
  argv.push(...message.args);
  takeEnvironment(message.pairs);
  restore();
  return transformer;
}

/** What counts on while things are warmed, and can be set back. */
function observableState({ internalBinding }) {
  const { async_id_fields: ids, constants } = internalBinding('async_wrap');
  const asyncId = ids[constants.kAsyncIdCounter];
  const hadMain = Object.hasOwn(process, 'mainModule');
  return () => {
    ids[constants.kAsyncIdCounter] = asyncId;
    if (!hadMain) delete process.mainModule;
    // Also resets RegExp.$1 and its like.
    /^/.exec('');
  };
}

function received() {
  return read(read(4).readUInt32LE());
}

/** Without a request the sandbox ends, and nobody is told. */
function read(length) {
  const bytes = Buffer.alloc(length);
  for (let got = 0; got < length; ) {
    const more = readSync(descriptor, bytes, got, length - got, null);
    if (more === 0) process.reallyExit(0);
    got += more;
  }
  return bytes;
}

function parsed(message) {
  let at = 0;
  const taken = (length) => {
    at += length;
    return message.subarray(at - length, at);
  };
  const number = () => taken(2).readUInt16LE();
  const texts = () => Array.from({ length: number() }, () => taken(number()).toString());
  return { args: texts(), pairs: texts() };
}

/** Node looked for it in the work folder before there was a request, and remembers for good that there was none. */
function isStale() {
  return existsSync('package.json');
}

/** In the place of this process: with its id and its streams. */
function startPlainly({ args, pairs }, { internalBinding }) {
  const { execve } = internalBinding('process_methods');
  execve(process.execPath, [process.argv0, relative('.', argv[1]), ...args], pairs);
}

function takeEnvironment(pairs) {
  const wanted = new Map(pairs.map((pair) => pair.split(/=(.*)/s, 2)));
  for (const name of Object.keys(env)) {
    if (!wanted.has(name)) delete env[name];
  }
  for (const [name, value] of wanted) {
    if (env[name] !== value) env[name] = value;
  }
}

function forgetModules() {
  const isOurs = (name) =>
    name.includes(__dirname) && !name.includes('/boot.cjs') && !name.includes('/typescript.cjs');
  for (const cache of [Module._cache, Module._pathCache]) {
    for (const name of Object.keys(cache).filter(isOurs)) delete cache[name];
  }
}
