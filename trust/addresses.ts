import { BlockList, isIP, isIPv4 } from 'node:net';

/** Which proxies may say for whom they ask. Whoever else sends `X-Forwarded-For` is not listened to. */
export class TrustedProxies {
  private readonly trusted = new BlockList();

  /** `networks` are addresses or networks: `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`. */
  constructor(networks: readonly string[]) {
    for (const network of networks) {
      const [address = '', bits] = network.split('/');
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      if (bits === undefined) this.trusted.addAddress(address, family);
      else this.trusted.addSubnet(address, Number(bits), family);
    }
  }

  /**
   * The address a request comes from: the peer's own, or, as long as that one is trusted, the one it says it was asked by,
   * and so on. What makes no sense as an address ends the walk at the last one that did.
   */
  clientOf(peer: string | undefined, forwardedFor: string | undefined): string {
    const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()));
    let client = plainAddress(peer ?? '') ?? 'unknown';
    while (this.isTrusted(client)) {
      const before = hops.pop();
      if (before === undefined) break;
      client = before;
    }
    return client;
  }

  isTrusted(address: string): boolean {
    return isIP(address) !== 0 && this.trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
}

/** One spelling for each address: without zone, and IPv4 as IPv4. Undefined when it is none. */
export function plainAddress(text: string): string | undefined {
  const [address = ''] = text.replace(/^::ffff:(?=[\d.]+$)/i, '').split('%');
  if (isIPv4(address)) return address;
  return isIP(address) === 6 ? new URL(`http://[${address}]`).hostname.slice(1, -1) : undefined;
}

/** What counts as one client: an IPv4 address, or the /64 network that a single IPv6 subscriber has to choose from. */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`;
}
