import { allowsHost, type HostSettings, hostName, nameIn } from '#trust/hosts.ts';

export interface OriginSettings extends HostSettings {
  readonly ALLOWED_ORIGINS: readonly string[];
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
    if (!allowsHost(this.settings, host)) return false;
    if (origin === undefined) return true;
    return this.listed.has(origin.toLowerCase()) || nameIn(origin) === hostName(host);
  }
}
