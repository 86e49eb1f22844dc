'use client';

import { type RefObject, useEffect, useLayoutEffect } from 'react';

const withinPixels = 24;

/**
 * While it is pinned, keeps a scroller at its end: as its content grows, also once that is near enough to be laid out, and as
 * it is itself made smaller.
 */
export function useStayAtEnd(
  scroller: RefObject<HTMLElement | null>,
  isPinned: boolean,
  content: unknown,
): void {
  useLayoutEffect(() => {
    if (isPinned && content) scrollToEnd(scroller.current);
  }, [scroller, isPinned, content]);
  useEffect(() => {
    const element = scroller.current;
    if (!isPinned || !element) return;
    const observer = new ResizeObserver(() => scrollToEnd(element));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [scroller, isPinned]);
}

export function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < withinPixels;
}

function scrollToEnd(element: HTMLElement | null): void {
  element?.scrollTo({ top: element.scrollHeight, behavior: 'instant' });
}
