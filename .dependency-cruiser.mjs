const ours = '^(agent|app|bench|e2e|languages|prisma|protocol|server|setup|soak|trust)/';
/** Tests, and what only they use. */
const tests = ['\\.test\\.tsx?$', '/test-[a-z-]+\\.ts$', '^agent/testing/'];

/** Files of a place use nothing of ours but its own and what is listed. */
const may = (place, ...uses) => ({
  name: `${place} uses only ${uses.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${place}`, pathNot: tests },
  to: { path: ours, pathNot: [place, ...uses].map((used) => `^${used}`) },
});

/** A package has one home. */
const soleUser = (place, module) => ({
  name: `only ${place} uses ${module}`,
  severity: 'error',
  from: { path: ours, pathNot: [`^${place}`, ...tests] },
  to: { path: `node_modules/${module}/` },
});

export default {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import is found', severity: 'error', from: { path: ours }, to: { couldNotResolve: true } },
    may('protocol/'),
    may('trust/'),
    may('prisma/', 'protocol/'),
    may('app/', 'protocol/', 'prisma/', 'trust/'),
    may('server/config'),
    may('server/origin', 'trust/'),
    may('server/durable-file'),
    may('server/languages/', 'protocol/', 'server/config', 'server/durable-file'),
    // The port of what builds images lives with its user, as ports do.
    may(
      'server/sandbox/',
      'protocol/',
      'trust/',
      'server/config',
      'server/languages/(image-builder|command-line)',
    ),
    may('server/clients/', 'protocol/', 'trust/', 'server/durable-file'),
    may('server/metrics/', 'protocol/', 'server/runs/run', 'server/sandbox/sandbox'),
    may('server/runs/', 'protocol/', 'trust/', 'server/languages/', 'server/sandbox/'),
    may(
      'server/http/',
      'protocol/',
      'server/clients/',
      'server/origin',
      'server/languages/',
      'server/runs/',
      'server/sandbox/sandbox',
    ),
    may('server/verify/', 'protocol/', 'server/languages/image-builder', 'server/runs/'),
    may('server/sockets/', 'protocol/', 'server/clients/', 'server/origin', 'server/runs/'),
    may('e2e/', 'setup/browser', 'protocol/'),
    may('soak/', 'protocol/', 'server/'),
    may('bench/', 'protocol/', 'server/'),
    may('languages/', 'protocol/', 'server/'),
    {
      name: 'nothing uses the set-up',
      severity: 'error',
      from: { path: '^(agent|app|bench|languages|server|protocol|prisma|soak|trust)/', pathNot: tests },
      to: { path: '^(setup|e2e)/' },
    },
    {
      name: 'runs know the port, not a backend',
      severity: 'error',
      from: { path: '^server/runs/', pathNot: tests },
      to: { path: '^server/sandbox/', pathNot: '/(sandbox|pool)\\.ts$' },
    },
    {
      name: 'only the server side of the app reads the database',
      severity: 'error',
      from: { path: '^app/', pathNot: ['/(page|route|actions|layout)\\.tsx?$', '^app/api/', ...tests] },
      to: { path: '^prisma/' },
    },
    soleUser('server/sandbox/docker', 'dockerode'),
    soleUser('prisma/', '@prisma/client'),
    soleUser('server/sockets/', 'socket.io'),
    soleUser('app/_picture/', '@resvg/resvg-wasm'),
    soleUser('app/s/', 'qr'),
    soleUser('(app/_run|bench|e2e|soak)/', 'socket.io-client'),
    soleUser('server/http/', 'fastify'),
    soleUser('server/metrics/', 'prom-client'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    // A language's folder holds programs that are data here.
    exclude: { path: ['^prisma/generated/', '^languages/[^/]+/', '\\.css$'] },
  },
};
