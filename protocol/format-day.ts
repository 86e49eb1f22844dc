/** `3 May 2026`, whatever the server's own habits and time zone are. */
export function formatDay(at: string | Date): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Date(at).toLocaleDateString('en-GB', { ...parts, timeZone: 'UTC' });
}
