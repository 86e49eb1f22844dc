import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Doorkeeper } from '../clients/doorkeeper.ts';
import { isStillWelcome } from './admission.ts';

const MiB = 1024 * 1024;

export interface OpenAnswersTerms {
  /** Who takes nothing of what waits for it for so long is taken for lost. */
  readonly stalledMs: number;
  /** A run waits for a reader of its events for so long in all, however steadily that one reads. */
  readonly longestHoldMs: number;
  /** What answers that are not taken yet may weigh together. */
  readonly maxBytes: number;
}

const defaultTerms: OpenAnswersTerms = { stalledMs: 30_000, longestHoldMs: 60_000, maxBytes: 64 * MiB };

interface OpenAnswer {
  readonly request: FastifyRequest;
  readonly raw: ServerResponse;
  bytes: number;
}

/** Executions whose answer their client has not wholly taken yet. Losing its connection ends an execution. */
export class OpenAnswers {
  private readonly open = new Map<ServerResponse, OpenAnswer>();

  constructor(readonly terms: OpenAnswersTerms = defaultTerms) {}

  /** From before the run until the answer is taken or its connection lost. */
  add(request: FastifyRequest, { raw }: FastifyReply): void {
    this.open.set(raw, { request, raw, bytes: 0 });
    raw.once('close', () => this.open.delete(raw));
    raw.setTimeout(this.terms.stalledMs, () => {
      // A run that prints nothing is as silent as a client that reads nothing.
      if (raw.writableLength > 0) raw.destroy();
    });
  }

  /** The whole answer waits for its client now. When all together weigh too much, who has most of the others loses its oldest. */
  weigh({ raw }: FastifyReply, bytes: number): void {
    const answer = this.open.get(raw);
    if (answer) answer.bytes = bytes;
    while (this.bytes > this.terms.maxBytes) {
      const oldest = this.oldestOfTheGreediest(raw);
      // One alone may weigh what it will.
      if (oldest === undefined) return;
      this.drop(oldest);
    }
  }

  /** Ends the executions of those who would no longer be let in as who they are; for when the keys changed. */
  expelStrangers(doorkeeper: Doorkeeper): void {
    for (const answer of this.open.values())
      if (!isStillWelcome(doorkeeper, answer.request)) this.drop(answer);
  }

  private get bytes(): number {
    return [...this.open.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private oldestOfTheGreediest(spared: ServerResponse): OpenAnswer | undefined {
    const others = [...this.open.values()].filter(({ raw, bytes }) => raw !== spared && bytes > 0);
    const held = new Map<string, number>();
    for (const { request, bytes } of others)
      held.set(request.client, (held.get(request.client) ?? 0) + bytes);
    const most = Math.max(...held.values());
    return others.find(({ request }) => held.get(request.client) === most);
  }

  private drop(answer: OpenAnswer): void {
    this.open.delete(answer.raw);
    answer.raw.destroy();
  }
}
