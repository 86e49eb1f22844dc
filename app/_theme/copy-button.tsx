'use client';

import { useState } from 'react';
import { toast } from './toast.ts';

const copiedForMs = 2000;

interface CopyButtonProps {
  readonly text: () => string;
  readonly children: string;
  readonly className?: string | undefined;
  /** What a screen reader is told it copies, where its words alone do not say. */
  readonly label?: string | undefined;
}

/** Copies a text, and says so in its own place for a while. */
export function CopyButton({ text, children, className, label }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), copiedForMs);
  };
  const fail = () => toast.error('The browser did not let the page copy.');
  return (
    <button
      type="button"
      className={className}
      onClick={() => void copy().catch(fail)}
      aria-label={isCopied ? undefined : label}
    >
      {isCopied ? 'Copied' : children}
    </button>
  );
}
