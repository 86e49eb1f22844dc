// Node's own modules and bindings are reached through the scope of a function of Node's, as a debugger sees it.
'use strict';

const { Session } = require('node:inspector');

const passed = Symbol.for('bugdrill');

/** Node's inner `require` and `internalBinding`, from what a module's `require` closes over. */
exports.reachInternals = function reachInternals(closure) {
  const session = new Session();
  session.connect();
  const post = (method, params) => {
    let answer;
    session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  };
  post('Debugger.enable');
  try {
    return found(post, closure);
  } finally {
    delete globalThis[passed];
    post('Debugger.disable');
    session.disconnect();
  }
};

function found(post, closure) {
  const properties = ({ objectId }) => post('Runtime.getProperties', { objectId, ownProperties: true });
  globalThis[passed] = closure;
  const { result: own } = post('Runtime.evaluate', { expression: "globalThis[Symbol.for('bugdrill')]" });
  const scopes = properties(own).internalProperties.find(({ name }) => name === '[[Scopes]]');
  const closures = properties(scopes.value).result.filter(({ value }) => /^Closure/.test(value?.description));
  const variables = closures.flatMap(({ value }) => properties(value).result);
  const capture = (wanted) => {
    const { objectId } = variables.find(({ name }) => name === wanted).value;
    globalThis[passed] = (value) => {
      globalThis[passed] = value;
    };
    const functionDeclaration = "function () { globalThis[Symbol.for('bugdrill')](this); }";
    post('Runtime.callFunctionOn', { objectId, functionDeclaration });
    return globalThis[passed];
  };
  return { internalBinding: capture('internalBinding'), require: capture('require') };
}
