/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The project's own lint and type check run over the whole repository, once.
  typescript: { ignoreBuildErrors: true },
};
