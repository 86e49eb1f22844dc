// At its end Node takes its heap apart page by page, which takes longer than most programs. `process.exit()` leaves that to
// the kernel; here a program that comes to its end by itself does, too.
'use strict';

const { prototype } = require('node:events');

const unsettledTopLevelAwait = 13;
const { reallyExit } = process;

/** Node asks for `process.emit` to tell the listeners of `exit`. Where the program has none, ours is the one. */
exports.quickExit = function quickExit({ internalBinding }) {
  const { getCallSites } = internalBinding('util');
  // From nobody else's code: the getter is all that is on the stack.
  const isNodeAsking = () => process._exiting && getCallSites(2).length === 1;
  const exit = (code) => {
    if (code !== unsettledTopLevelAwait) reallyExit.call(process, code);
  };
  Object.defineProperty(Object.getPrototypeOf(process), 'emit', {
    configurable: true,
    enumerable: true,
    get() {
      // Set as it is: the program may hear of new listeners.
      if (isNodeAsking() && mayBeQuick()) process._events.exit = exit;
      return prototype.emit;
    },
    set(value) {
      const property = { value, configurable: true, enumerable: true, writable: true };
      Object.defineProperty(this, 'emit', property);
    },
  });
};

/** When Node takes itself apart it closes databases, and addons tidy up. */
function mayBeQuick() {
  const { _events: events, moduleLoadList } = process;
  const isAddon = (name) => name.endsWith('.node');
  return !(
    events.exit ||
    moduleLoadList.includes('NativeModule sqlite') ||
    Object.keys(require.cache).some(isAddon)
  );
}
