const name = ':name([0-9A-Za-z]{10}(?:@[0-9]{1,6}|%40[0-9]{1,6})?)';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The project's own lint and type check run over the whole repository, once.
  typescript: { ignoreBuildErrors: true },
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
