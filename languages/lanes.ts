/** A sandbox has half a core at most: on two cores three programs do not take each other's time. */
const lanes = 3;

/** Does it for each item, for a few of them at once, begun in their order. Throws when one of them does. */
export async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const goOn = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, goOn));
}
