/** Lets go of a draft, so that other tabs may have it. */
export type Release = () => void;

/** A tab that was loaded anew may still be held by the page that it was. */
const ownPatienceMs = 1_000;

/**
 * Holds a draft for this tab, until it is released or the tab ends. Undefined where another tab holds it. A draft that was
 * this tab's `own` before is waited for.
 */
export async function holdDraft(
  id: string,
  { isOwn }: { readonly isOwn: boolean },
): Promise<Release | undefined> {
  // Browsers offer locks over HTTPS and on localhost alone.
  if (!navigator.locks) return holdByLease(id);
  const options = isOwn ? { signal: AbortSignal.timeout(ownPatienceMs) } : { ifAvailable: true };
  return await new Promise<Release | undefined>((resolve) => {
    navigator.locks
      .request(`draft:${id}`, options, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(undefined));
  });
}

const leasePrefix = 'draft-held:';
/** Browsers let a hidden tab's timers wait for up to a minute. */
const leaseMs = 90_000;
const renewMs = 5_000;

/** Who has the draft, and until when: for pages over plain HTTP. */
interface Lease {
  readonly holder: string;
  readonly until: number;
}

const thisPage = Math.random().toString(36).slice(2);

function holdByLease(id: string): Release | undefined {
  const key = leasePrefix + id;
  try {
    const lease = JSON.parse(localStorage.getItem(key) ?? 'null') as Lease | null;
    if (lease !== null && lease.holder !== thisPage && lease.until > Date.now()) return undefined;
  } catch {
    // What cannot be read holds nothing.
  }
  const renew = () => writeLease(key, { holder: thisPage, until: Date.now() + leaseMs });
  const timer = setInterval(renew, renewMs);
  const release = () => {
    clearInterval(timer);
    window.removeEventListener('pagehide', release);
    writeLease(key, null);
  };
  window.addEventListener('pagehide', release);
  renew();
  return release;
}

function writeLease(key: string, lease: Lease | null): void {
  try {
    if (lease === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(lease));
  } catch {
    // A browser that keeps nothing keeps no draft that two tabs could write.
  }
}
