import type { ExecuteRequest } from '#protocol/execute.ts';
import { RunEvent } from '#protocol/run-event.ts';
import { gather } from '#server/runs/gather.ts';
import type { MatrixDoor } from './matrix.ts';
import type { Arrival, Observed } from './matrix-checks.ts';

/** The REST door of an execution server: what a program prints is looked at as it comes. */
export class RestDoor implements MatrixDoor {
  constructor(private readonly url: string) {}

  /** Throws when the server refuses. */
  async observe(request: ExecuteRequest): Promise<Observed> {
    const begin = performance.now();
    const arrivals: Arrival[] = [];
    const answer = await gather(
      watched(this.events(request), (text) => arrivals.push({ text, atMs: performance.now() - begin })),
    );
    return { answer, arrivals };
  }

  private async *events(request: ExecuteRequest): AsyncGenerator<RunEvent> {
    const response = await fetch(`${this.url}/execute`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson' },
      body: JSON.stringify(request),
    });
    if (!response.ok) throw new Error(`The server refused (${response.status}): ${await response.text()}`);
    let rest = '';
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield RunEvent.parse(JSON.parse(line));
    }
  }
}

async function* watched(
  events: AsyncIterable<RunEvent>,
  printed: (text: string) => void,
): AsyncGenerator<RunEvent> {
  for await (const event of events) {
    if (event.type === 'output' && event.stream === 'stdout') printed(event.data);
    yield event;
  }
}
