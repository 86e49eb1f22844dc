import { describe, expect, test } from 'vitest';
import { clientNetwork, plainAddress, TrustedProxies } from './addresses.ts';

describe('whose address a request carries', () => {
  const proxies = new TrustedProxies(['10.0.0.0/8', '203.0.113.7', 'fd00::/8']);

  test.each<[string, string | undefined, string | undefined, string]>([
    ['nobody forwarded it', '198.51.100.1', undefined, '198.51.100.1'],
    ['a stranger says it was forwarded', '198.51.100.1', '1.2.3.4', '198.51.100.1'],
    ['a trusted proxy forwarded it', '10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['what the client itself wrote before the proxy did', '10.0.0.1', '6.6.6.6, 1.2.3.4', '1.2.3.4'],
    ['two trusted proxies in a row', '10.0.0.1', '6.6.6.6, 1.2.3.4, 203.0.113.7', '1.2.3.4'],
    ['only trusted proxies', '10.0.0.1', '10.0.0.2', '10.0.0.2'],
    ['a trusted proxy that says nothing', '10.0.0.1', undefined, '10.0.0.1'],
    ['a trusted proxy that says nonsense', '10.0.0.1', '1.2.3.4, unknown', '10.0.0.1'],
    ['nonsense of every kind', '10.0.0.1', ', ,;<script>,999.1.1.1', '10.0.0.1'],
    ['IPv4 in the clothes of IPv6', '::ffff:10.0.0.1', '::ffff:1.2.3.4', '1.2.3.4'],
    ['a trusted IPv6 proxy', 'fd00::1', '2001:DB8:0:0::1', '2001:db8::1'],
    ['no peer at all', undefined, '1.2.3.4', 'unknown'],
  ])('%s', (_, peer, forwardedFor, client) => {
    expect(proxies.clientOf(peer, forwardedFor)).toBe(client);
  });

  test('without trusted proxies, whatever is said changes nothing', () => {
    expect(new TrustedProxies([]).clientOf('127.0.0.1', '1.2.3.4')).toBe('127.0.0.1');
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s is of the client %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

test.each([
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:80', undefined],
  ['localhost', undefined],
  ['', undefined],
])('the address %s is spelt %s', (text, plain) => {
  expect(plainAddress(text)).toBe(plain);
});
