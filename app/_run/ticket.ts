import { z } from 'zod';
import { Problem } from '#protocol/problem.ts';

const TicketAnswer = z.object({ ticket: z.string() });
const Refusal = z.object({ data: Problem.pick({ code: true }) });

/** What the web server gives its pages to be let in at the execution server, where that asks for keys. */
export async function fetchTicket(): Promise<string> {
  const answer = await fetch('/api/v1/ticket', { method: 'POST' });
  return TicketAnswer.parse(await answer.json()).ticket;
}

/** Whether the socket was refused for want of a ticket, or of a newer one. */
export function wantsTicket(error: Error): boolean {
  return Refusal.safeParse(error).data?.data.code === 'unauthorized';
}
