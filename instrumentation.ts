/** Next calls it once, before the web server takes its first request. */
export async function register(): Promise<void> {
  // Next compiles this for its edge runtime as well, which knows no connections, and leaves out there what follows.
  // biome-ignore lint/style/noProcessEnv: a constant of the build, not a setting
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    (await import('./app/api/peer.ts')).markPeers();
    (await import('./app/api/sweeper.ts')).startSweeping();
  }
}
