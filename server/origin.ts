import { isIP } from 'node:net';

export interface OriginSettings {
  readonly HOST: string;
  readonly ALLOWED_ORIGINS: readonly string[];
  readonly ALLOWED_HOSTS: readonly string[];
}

/**
 * Who may use this server from a browser: pages of the same host (any port), and pages of the origins that are listed.
 * Both doors ask here. Programs send no `Origin` and are not asked.
 */
export class OriginRule {
  private readonly listed: ReadonlySet<string>;

  constructor(private readonly settings: OriginSettings) {
    this.listed = new Set(settings.ALLOWED_ORIGINS.map((origin) => origin.replace(/\/$/, '').toLowerCase()));
  }

  allows(origin: string | undefined, host: string | undefined): boolean {
    if (!this.allowsHost(hostName(host))) return false;
    if (origin === undefined) return true;
    return this.listed.has(origin.toLowerCase()) || originHost(origin) === hostName(host);
  }

  /**
   * A page of a strange name that resolves to this machine (DNS rebinding) is of the "same host" as its requests. So a
   * server that listens only on loopback answers only to loopback names.
   */
  private allowsHost(name: string | undefined): boolean {
    const { ALLOWED_HOSTS, HOST } = this.settings;
    if (name === undefined) return false;
    if (ALLOWED_HOSTS.includes(name)) return true;
    if (ALLOWED_HOSTS.length > 0) return isLoopback(name);
    return isLoopback(HOST) ? isLoopback(name) : true;
  }
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? bare(new URL(origin).hostname) : undefined;
}

function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !URL.canParse(`http://${host}`)) return undefined;
  return bare(new URL(`http://${host}`).hostname);
}

/** IPv6 addresses stand in brackets in a URL. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}
