import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { greeting, type Program } from './programs.ts';

/** What a figure needs of the answer of `POST /execute`. */
export interface Answer {
  readonly outcome: string;
  readonly stdout: string;
  readonly cpu_time_ms: number;
}

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A program that asks by REST over connections that it keeps, with as little work of its own as can be. */
export class RestClient implements Disposable {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly url: string) {}

  /** Throws when the answer is no answer of a run. */
  async execute(body: object, { headers = {}, signal }: Sending = {}): Promise<Answer> {
    const sent = JSON.stringify(body);
    const outgoing = request(`${this.url}/execute`, {
      method: 'POST',
      agent: this.agent,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(sent),
        ...headers,
      },
      ...(signal === undefined ? {} : { signal }),
    });
    const said = new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      outgoing.on('error', reject).on('response', (incoming) => {
        text(incoming).then((all) => resolve({ status: incoming.statusCode, body: all }), reject);
      });
    });
    outgoing.end(sent);
    const answer = await said;
    if (answer.status === 200) return JSON.parse(answer.body);
    throw new Error(`POST /execute: ${answer.status} ${answer.body.slice(0, 200)}`);
  }

  /** Throws when the run was anything but a good one. */
  async hello({ id }: Program, code: string, sending: Sending = {}): Promise<Answer> {
    const answer = await this.execute({ language: id, code }, sending);
    if (answer.outcome === 'ok' && answer.stdout === greeting) return answer;
    throw new Error(`${id}: ${answer.outcome}, printed ${JSON.stringify(answer.stdout.slice(0, 100))}`);
  }

  [Symbol.dispose](): void {
    this.agent.destroy();
  }
}
