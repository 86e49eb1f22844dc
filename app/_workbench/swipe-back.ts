import { isSwipeBack, type Touched } from './swipe.ts';

const phone = '(max-width: 719px)';

/** On a phone a finger that strokes from left to right over what is not the code goes back to it. Answers how to end that. */
export function watchSwipes(onBack: () => void): () => void {
  let start: Touched | null = null;
  const onStart = (event: TouchEvent) => {
    start = event.touches.length === 1 && mayBegin(event.target) ? touchedOf(event) : null;
  };
  const onEnd = (event: TouchEvent) => {
    const isStroke = start !== null && isSwipeBack(start, touchedOf(event));
    start = null;
    if (isStroke && window.getSelection()?.isCollapsed !== false) onBack();
  };
  document.addEventListener('touchstart', onStart, { passive: true });
  document.addEventListener('touchend', onEnd, { passive: true });
  return () => {
    document.removeEventListener('touchstart', onStart);
    document.removeEventListener('touchend', onEnd);
  };
}

/** Not where the stroke has another meaning: in fields, and in what is scrolled to the side. */
function mayBegin(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !window.matchMedia(phone).matches) return false;
  const pane = target.closest('#results');
  if (!pane || target.closest('input, textarea, select')) return false;
  for (let at: Element | null = target; at && at !== pane; at = at.parentElement)
    if (at.scrollLeft > 0) return false;
  return true;
}

function touchedOf({ changedTouches: [touch], timeStamp }: TouchEvent): Touched {
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0, at: timeStamp };
}
