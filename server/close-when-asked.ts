/**
 * Closes at the first SIGTERM or SIGINT. Ctrl-C in a terminal reaches us and, once more, through whoever started us: closing
 * begins once and goes on. A closing that fails makes the exit code 1.
 */
export function closeWhenAsked(close: () => Promise<void>, failed: (error: unknown) => void): void {
  let isClosing = false;
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      close().catch((error: unknown) => {
        failed(error);
        process.exitCode = 1;
      });
    });
  }
}
