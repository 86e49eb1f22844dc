const { getActiveResourcesInfo, _getActiveHandles, _getActiveRequests } = process;
const seen = [getActiveResourcesInfo(), _getActiveHandles().length, _getActiveRequests().length];
console.log(seen, process.eventNames().sort(), process.listenerCount('exit'), process.getMaxListeners());
