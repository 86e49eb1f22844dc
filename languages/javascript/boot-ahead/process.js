const { version, arch, platform, release, exitCode, connected, channel, debugPort, allowedNodeEnvironmentFlags, features, report, sourceMapsEnabled, noDeprecation, domain, _exiting } = process;
console.log(version, arch, platform, release.name, exitCode, connected, channel, debugPort, allowedNodeEnvironmentFlags.size, features, report.directory, sourceMapsEnabled, noDeprecation, domain, _exiting);
console.log(process.cwd(), process.umask(), process.getuid() === process.geteuid(), process.getgroups().length, process.send);
console.log(Object.keys(process).sort().join(), Object.getOwnPropertyNames(globalThis).sort().join());
console.log(process.emit === require('node:events').prototype.emit, Object.prototype.toString.call(process), process.uptime.name, process.uptime.length, typeof process.uptime());
