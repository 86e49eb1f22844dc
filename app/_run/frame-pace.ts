/** A frame that was quick to draw may be followed by the next at once; a slow one leaves the page this much more time for the rest. */
const restFactor = 3;
const restsMs = { shortest: 20, longest: 250 } as const;
const hiddenMs = 100;

/**
 * Says when to draw: in a frame, and the more rarely the longer drawing takes, so that keys, clicks and what still comes have
 * most of the time. Frames stop in a hidden tab; what was printed must still be handled there.
 */
export function framePace(): (draw: () => void) => void {
  let restUntil = 0;
  const drawNow = (draw: () => void) => {
    const began = performance.now();
    draw();
    // A task of its own comes once the frame stands.
    setTimeout(() => {
      const now = performance.now();
      const restMs = (now - began) * restFactor;
      restUntil = now + Math.min(restsMs.longest, Math.max(restsMs.shortest, restMs));
    });
  };
  const inFrame = (draw: () => void) => {
    if (document.hidden) setTimeout(drawNow, hiddenMs, draw);
    else requestAnimationFrame(() => drawNow(draw));
  };
  return (draw) => {
    const restMs = restUntil - performance.now();
    if (restMs > 0) setTimeout(inFrame, restMs, draw);
    else inFrame(draw);
  };
}
