/** The execution server's address where nothing else was configured: this page's host, port 8082. */
export function executionUrlOf(protocol: string, hostname: string): string {
  return `${protocol}//${hostname}:8082`;
}

/** The same, seen from the browser. */
export function executionUrlHere(): string {
  return executionUrlOf(window.location.protocol, window.location.hostname);
}
