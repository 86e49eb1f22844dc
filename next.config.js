const name = ':name([0-9A-Za-z]{10}(?:@[0-9]{1,6}|%40[0-9]{1,6})?)';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The project's own lint and type check run over the whole repository, once.
  typescript: { ignoreBuildErrors: true },
  // Its wasm is a file that stands beside it.
  serverExternalPackages: ['@resvg/resvg-wasm'],
  turbopack: {
    // It asks for Monaco by the paths of earlier versions, and for browsers brings half of an old Monaco along.
    resolveAlias: {
      'monaco-vim': './node_modules/monaco-vim/dist/index.mjs',
      'monaco-editor/esm/vs/editor/editor.api': 'monaco-editor/editor/editor.api',
      'monaco-editor/esm/vs/editor/common/commands/shiftCommand':
        'monaco-editor/editor/common/commands/shiftCommand',
    },
    rules: {
      '*.js': {
        condition: { path: /@replit\/codemirror-emacs\/dist\/index\.js$/ },
        loaders: ['./app/_codemirror/keep-effects.cjs'],
      },
    },
  },
  // A route is named by folders alone: what stands behind a dot is one of its doors.
  rewrites: async () => ({
    beforeFiles: ['zip', 'json'].map((door) => ({
      source: `/s/${name}.${door}`,
      destination: `/s/:name/${door}`,
    })),
    afterFiles: [],
    fallback: [],
  }),
};
