import { toast } from '../_theme/toast.ts';

const hints = {
  usual: 'Tab indents here. Escape twice leaves the code.',
  vim: 'Tab indents here. Ctrl+M, then Tab, leaves the code.',
} as const;

let isTold = false;

/** Tells those who come into the code by Tab, once in a page, how they get out again. Answers how to end that. */
export function watchForTab(keysNow: () => keyof typeof hints): () => void {
  let isByTab = false;
  const onKeyDown = ({ key }: KeyboardEvent) => {
    isByTab = key === 'Tab';
  };
  const onPointerDown = () => {
    isByTab = false;
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (isTold || !isByTab || !(target instanceof Element) || !target.closest('#editor')) return;
    isTold = true;
    toast(hints[keysNow()]);
  };
  const capture = { capture: true };
  window.addEventListener('keydown', onKeyDown, capture);
  window.addEventListener('pointerdown', onPointerDown, capture);
  window.addEventListener('focusin', onFocus);
  return () => {
    window.removeEventListener('keydown', onKeyDown, capture);
    window.removeEventListener('pointerdown', onPointerDown, capture);
    window.removeEventListener('focusin', onFocus);
  };
}
