import type { RateStanding } from '../runs/run-rates.ts';

/** The standard headers (draft-ietf-httpapi-ratelimit-headers, the structured form); none for who has no limit. */
export function rateHeaders(standing: RateStanding | undefined): Record<string, string> {
  if (standing === undefined) return {};
  const { burst, windowSeconds, remaining, resetSeconds } = standing;
  return {
    'RateLimit-Policy': `"runs";q=${burst};w=${windowSeconds}`,
    RateLimit: `"runs";r=${remaining};t=${resetSeconds}`,
  };
}
