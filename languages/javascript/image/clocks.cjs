// The clocks of a program that waited before it began go on from where they stood.
'use strict';

/** Stops what counts from the start of the process, until what is returned is called. */
exports.pausedClocks = function pausedClocks(internals) {
  const binding = internals.internalBinding('performance');
  const { now: running, milestones } = binding;
  let waitedMs = 0;
  // The modules that take it from there are loaded by the first program that needs them.
  const now = () => running() - waitedMs;
  binding.now = now;
  internals.require('internal/perf/utils').now = now;
  return () => {
    const sinceMs = running();
    return () => {
      waitedMs = running() - sinceMs;
      moveMilestones(milestones, binding.constants, waitedMs);
      moveUptime(waitedMs / 1e3);
      moveTimeStamps(waitedMs);
    };
  };
};

/** All those from before the program: the later ones are not set yet. */
function moveMilestones(milestones, constants, byMs) {
  milestones[constants.NODE_PERFORMANCE_MILESTONE_TIME_ORIGIN_TIMESTAMP] += byMs * 1e3;
  for (const name of ['TIME_ORIGIN', 'ENVIRONMENT', 'NODE_START', 'V8_START']) {
    milestones[constants[`NODE_PERFORMANCE_MILESTONE_${name}`]] += byMs * 1e6;
  }
}

function moveUptime(byS) {
  const { uptime } = process;
  process.uptime = native('uptime', () => uptime() - byS);
}

/** Events took the clock before it could be stopped. */
function moveTimeStamps(byMs) {
  const descriptor = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp');
  const get = native('get timeStamp', function () {
    return Reflect.apply(descriptor.get, this, []) - byMs;
  });
  Object.defineProperty(Event.prototype, 'timeStamp', { ...descriptor, get });
}

/** Named, without a prototype and without a source, as Node's own are. */
function native(name, called) {
  const hidden = new Proxy(called, {});
  return Object.defineProperty(hidden, 'name', { value: name });
}
