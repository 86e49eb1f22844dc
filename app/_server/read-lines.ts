/**
 * The whole lines of a stream of text, as they come; what follows the last line end is none. Whoever stops reading cancels the
 * stream.
 *
 * @param onBytes told of everything that comes, whole lines or not
 */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void = () => undefined,
): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      onBytes();
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Of a stream that broke off there is nothing to cancel.
    await reader.cancel().catch(() => undefined);
  }
}
