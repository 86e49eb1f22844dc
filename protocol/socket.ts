import { z } from 'zod';
import type { Problem } from './problem.ts';
import type { RunEvent } from './run-event.ts';
import { type RunRequest, TerminalSize } from './run-request.ts';

/** Bytes the client may have received and not yet acknowledged before the server stops reading the program. */
export const ackWindowBytes = 256 * 1024;

export const RunId = z.string().min(1).max(64);
export const StdinMessage = z.object({ runId: RunId, data: z.string().max(64 * 1024) });
export const RunMessage = z.object({ runId: RunId });
/** The signals that a client may send, by name. */
export const SignalName = z.enum([
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGKILL',
  'SIGUSR1',
  'SIGUSR2',
  'SIGALRM',
  'SIGTERM',
  'SIGCONT',
  'SIGSTOP',
  'SIGTSTP',
  'SIGWINCH',
]);
export const SignalMessage = z.object({ runId: RunId, signal: SignalName });
export const ResizeMessage = TerminalSize.extend({ runId: RunId });
/** Says that every event up to and with number `seq` was handled. */
export const AckMessage = z.object({ runId: RunId, seq: z.number().int().nonnegative() });
/**
 * Asks for every event after number `after`, and then for those to come. `insteadOf` is the id of the connection that
 * was lost: the server may not know yet that it is dead, and would wait for it.
 */
export const ResumeMessage = z.object({
  runId: RunId,
  token: z.string().min(1).max(64),
  after: z.number().int().nonnegative(),
  insteadOf: z.string().max(64).optional(),
});

export type StdinMessage = z.infer<typeof StdinMessage>;
export type SignalName = z.infer<typeof SignalName>;
export type SignalMessage = z.infer<typeof SignalMessage>;
export type ResizeMessage = z.infer<typeof ResizeMessage>;
export type ResumeMessage = z.infer<typeof ResumeMessage>;
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
  /** `token` opens the run again from another connection; whoever holds it may do all that its starter may. */
  | { readonly ok: true; readonly runId: string; readonly token: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * What a browser may say. Each answer comes through the acknowledgement callback. A connection speaks of the runs that
 * it started or resumed; of any other, the id alone opens nothing.
 */
export interface ClientToServer {
  'run:start': (request: z.input<typeof RunRequest>, answer: (reply: StartAnswer) => void) => void;
  'run:resume': (message: ResumeMessage, answer: (reply: Accepted) => void) => void;
  'run:stdin': (message: StdinMessage, answer?: (reply: Accepted) => void) => void;
  'run:eof': (message: RunMessage, answer?: (reply: Accepted) => void) => void;
  'run:stop': (message: RunMessage, answer?: (reply: Accepted) => void) => void;
  /** Sends a signal to the program, or to what runs in the foreground of its terminal. */
  'run:signal': (message: SignalMessage, answer?: (reply: Accepted) => void) => void;
  'run:resize': (message: ResizeMessage, answer?: (reply: Accepted) => void) => void;
  /** Says that this client will not come back: a run that nobody else watches is stopped at once. */
  'run:leave': (message: RunMessage, answer?: (reply: Accepted) => void) => void;
  'run:ack': (message: AckMessage) => void;
}

export interface ServerToClient {
  'run:event': (numbered: NumberedEvent) => void;
}
