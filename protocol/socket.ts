import { z } from 'zod';
import type { Problem } from './problem.ts';
import type { RunEvent } from './run-event.ts';
import type { RunRequest } from './run-request.ts';

/** Bytes the client may have received and not yet acknowledged before the server stops reading the program. */
export const ackWindowBytes = 256 * 1024;

export const RunId = z.string().min(1).max(64);
export const StdinMessage = z.object({ runId: RunId, data: z.string().max(64 * 1024) });
export const RunMessage = z.object({ runId: RunId });
/** Says that every event up to and with number `seq` was handled. */
export const AckMessage = z.object({ runId: RunId, seq: z.number().int().nonnegative() });

export type StdinMessage = z.infer<typeof StdinMessage>;
export type RunMessage = z.infer<typeof RunMessage>;
export type AckMessage = z.infer<typeof AckMessage>;

/** An event with its number in its run: 1, 2, 3 … without a gap. */
export interface NumberedEvent {
  readonly runId: string;
  readonly seq: number;
  readonly event: RunEvent;
}

export type Accepted = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };
export type StartAnswer =
  | { readonly ok: true; readonly runId: string }
  | { readonly ok: false; readonly problem: Problem };

/** What a browser may say. Each answer comes through the acknowledgement callback. */
export interface ClientToServer {
  'run:start': (request: z.input<typeof RunRequest>, answer: (reply: StartAnswer) => void) => void;
  'run:stdin': (message: StdinMessage, answer?: (reply: Accepted) => void) => void;
  'run:eof': (message: RunMessage, answer?: (reply: Accepted) => void) => void;
  'run:stop': (message: RunMessage, answer?: (reply: Accepted) => void) => void;
  'run:ack': (message: AckMessage) => void;
}

export interface ServerToClient {
  'run:event': (numbered: NumberedEvent) => void;
}
