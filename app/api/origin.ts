import { Refused } from '#protocol/problem.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another host may not change anything here in its visitor's name. Programs send no `Origin`. */
export function refuseOtherOrigins(request: Request): void {
  const origin = request.headers.get('origin');
  if (safeMethods.has(request.method) || origin === null) return;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!URL.canParse(origin) || new URL(origin).host !== host.toLowerCase()) {
    throw new Refused({ code: 'origin_refused', message: 'Pages of other hosts may not do this.' });
  }
}
