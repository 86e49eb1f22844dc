import { expect, onTestFinished, test, vi } from 'vitest';
import { TestDoors, testSecret } from '../../server/test-doors.ts';
import { signTicket } from '../../trust/ticket.ts';
import { type LinkState, RunSocket } from './socket.ts';

/** A page's connection to doors that want keys, with a web server that gives the page these tickets, one after another. */
async function connect(tickets: readonly string[]) {
  const doors = await TestDoors.open();
  doors.runKeys('create', 'ann');
  const fetched = vi.fn(async () => Response.json({ ticket: tickets[fetched.mock.calls.length - 1] }));
  vi.stubGlobal('fetch', fetched);
  const links: LinkState['status'][] = [];
  const socket = new RunSocket(doors.url, {
    linkChanged: (link) => links.push(link.status),
    happened: () => undefined,
    misunderstood: () => undefined,
  });
  onTestFinished(async () => {
    socket.close();
    vi.unstubAllGlobals();
    await doors[Symbol.asyncDispose]();
  });
  const until = (status: LinkState['status']) =>
    expect.poll(() => links.at(-1), { timeout: 20_000 }).toBe(status);
  return { doors, socket, links, fetched, until };
}

test('a page that is refused for want of a ticket gets one and is let in at once', async () => {
  const { socket, links, fetched, until } = await connect([signTicket(testSecret)]);
  await until('connected');
  expect(links).toEqual(['connected']);
  expect(fetched).toHaveBeenCalledExactlyOnceWith('/api/v1/ticket', { method: 'POST' });
  expect(await socket.start({ language: 'toy', code: 'a' })).toMatchObject({ ok: true });
});

test('a ticket that is no longer taken is replaced, with a pause in between', async () => {
  const old = signTicket(testSecret, Date.now() - 13 * 60 * 60 * 1000);
  const { links, until } = await connect([old, signTicket(testSecret)]);
  await until('connected');
  expect(links).toEqual(['retrying', 'connected']);
});

test('without tickets that fit, the page says that it waits, and does not hammer', async () => {
  const { fetched, until } = await connect(['no', 'ticket', 'fits']);
  await until('retrying');
  expect(fetched.mock.calls.length).toBeLessThanOrEqual(2);
});
