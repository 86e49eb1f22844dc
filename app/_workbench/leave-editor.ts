const twiceWithinMs = 600;

/** Escape pressed twice leaves the editor, where Tab would only indent: the focus goes to Run. Answers how to end that. */
export function watchEscapes(isOn: () => boolean): () => void {
  let escapedAt = Number.NEGATIVE_INFINITY;
  const onKeyDown = ({ key, target, timeStamp }: KeyboardEvent) => {
    const isInEditor = target instanceof Element && target.closest('#editor') !== null;
    if (key !== 'Escape' || !isInEditor || !isOn()) {
      escapedAt = Number.NEGATIVE_INFINITY;
      return;
    }
    if (timeStamp - escapedAt < twiceWithinMs)
      document.querySelector<HTMLElement>('header [data-run]')?.focus();
    escapedAt = timeStamp;
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}
