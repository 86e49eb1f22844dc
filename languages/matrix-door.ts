import type { ExecuteRequest } from '#protocol/execute.ts';
import { FormatAnswer, type FormatRequest } from '#protocol/format.ts';
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

  async format(request: FormatRequest): Promise<FormatAnswer> {
    const response = await this.post('/format', request);
    return FormatAnswer.parse(await response.json());
  }

  private async *events(request: ExecuteRequest): AsyncGenerator<RunEvent> {
    const response = await this.post('/execute', request, 'application/x-ndjson');
    let rest = '';
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield RunEvent.parse(JSON.parse(line));
    }
  }

  private async post(path: string, body: object, accept = 'application/json'): Promise<Response> {
    const headers = { 'Content-Type': 'application/json', Accept: accept };
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The server refused (${response.status}): ${await response.text()}`);
    return response;
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
