const ownKey = (place: string) => `draft-here:${place}`;

/** Which draft this tab last had in the place: a reload opens it again, whatever other tabs wrote meanwhile. */
export function ownDraft(place: string): string | undefined {
  try {
    return sessionStorage.getItem(ownKey(place)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberOwn(place: string, id: string): void {
  try {
    sessionStorage.setItem(ownKey(place), id);
  } catch {
    // A browser that keeps nothing begins anew.
  }
}
