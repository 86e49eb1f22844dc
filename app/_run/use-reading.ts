'use client';

import { type KeyboardEvent, type UIEvent, useRef, type WheelEvent } from 'react';
import { isAtEnd } from './use-stay-at-end.ts';

interface Reader {
  /** Leaves the end: what comes no longer moves what is read. */
  readonly leave: () => void;
  /** At the end of what is drawn. */
  readonly readOn: () => void;
}

const upwardKeys = new Set(['ArrowUp', 'PageUp', 'Home']);

/**
 * What a scroller listens to in order to know what its reader wants. A wheel, a finger or a key says so before it has moved
 * anything: what pours in would take it back to the end meanwhile.
 */
export function useReading({ leave, readOn }: Reader) {
  const before = useRef({ scrollTop: 0, scrollHeight: 0, left: 0 });
  const leaveFrom = ({ scrollTop }: HTMLElement) => scrollTop > 0 && leave();
  return {
    onWheel: ({ deltaY, currentTarget }: WheelEvent<HTMLElement>) => {
      if (deltaY < 0) leaveFrom(currentTarget);
      else if (isAtEnd(currentTarget)) readOn();
    },
    onTouchMove: ({ currentTarget }: UIEvent<HTMLElement>) => leaveFrom(currentTarget),
    onKeyDown: ({ key, currentTarget }: KeyboardEvent<HTMLElement>) =>
      upwardKeys.has(key) && leaveFrom(currentTarget),
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => {
      const { scrollTop, scrollHeight, clientHeight } = currentTarget;
      const left = scrollHeight - clientHeight - scrollTop;
      // What comes in above moves the place too, and it is as near to the end as it was.
      const isNearer = left < before.current.left;
      const isUp = scrollTop < before.current.scrollTop;
      // What shrinks takes the place with it; nobody went up.
      const hasShrunk = scrollHeight < before.current.scrollHeight;
      before.current = { scrollTop, scrollHeight, left };
      if (isUp && !hasShrunk) leave();
      else if (isNearer && isAtEnd(currentTarget)) readOn();
    },
  };
}
