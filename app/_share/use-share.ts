'use client';

import { useRef, useState } from 'react';
import type { LinkDesk } from './link-desk.ts';
import type { Shared } from './shared.ts';

export interface Share {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly sharedNow: () => Promise<Shared>;
  /** What is known of the links that this page made, once it made any. */
  readonly desk: { current: LinkDesk | null };
}

/** Whether the share popover is open. What it does comes with the popover. */
export function useShare(sharedNow: () => Promise<Shared>): Share {
  const [isOpen, setOpen] = useState(false);
  const desk = useRef<LinkDesk | null>(null);
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false), sharedNow, desk };
}
