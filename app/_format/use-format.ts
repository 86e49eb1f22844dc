'use client';

import { useState } from 'react';
import type { FormatRequest } from '#protocol/format.ts';
import { toast } from '../_theme/toast.ts';

export interface Format {
  readonly isBusy: boolean;
  readonly start: () => void;
}

interface Formattable {
  /** The open file now; undefined where no formatter is for it. */
  readonly requestNow: () => FormatRequest | undefined;
  readonly replace: (code: string) => void;
}

// One message at a time: a second attempt takes the place of the first one's answer.
const toastId = 'format';

/** Lays out the open file. What was typed meanwhile is never overwritten. */
export function useFormat({ requestNow, replace }: Formattable): Format {
  const [isBusy, setBusy] = useState(false);
  const run = async (request: FormatRequest) => {
    const { askFormat } = await import('./ask-format.ts');
    const answer = await askFormat(request);
    const isSame = JSON.stringify(requestNow()) === JSON.stringify(request);
    if (!answer.ok) toast.error(answer.words, { id: toastId, duration: Number.POSITIVE_INFINITY });
    else if (!isSame)
      toast('The code changed while it was being formatted. It was left as it is.', { id: toastId });
    else if (!answer.changed) toast('Formatted already', { id: toastId });
    else {
      toast.dismiss(toastId);
      replace(answer.code);
    }
  };
  const start = () => {
    const request = requestNow();
    if (request === undefined || isBusy) return;
    setBusy(true);
    void run(request)
      .catch(reportError)
      .finally(() => setBusy(false));
  };
  return { isBusy, start };
}
