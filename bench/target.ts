import { shown } from './words.ts';

const MiB = 1024 * 1024;

/** One thing that was asked of the product, and what one benchmark saw of it. */
export interface Target {
  readonly asked: string;
  readonly measured: string;
  /** Undefined when it was not measured. */
  readonly isMet: boolean | undefined;
  /** Where it has been looked into what keeps it from being met: a sentence of Markdown. */
  readonly limit?: string;
}

/** A value that may not be there, and what it must be. */
type Asked = readonly [asked: string, value: number | undefined, bound: number];

export function verdictOf({ isMet }: Target): string {
  if (isMet === undefined) return 'not measured';
  return isMet ? 'met' : 'missed';
}

export function ratioAtMost(...[asked, value, bound]: Asked): Target {
  return judged({ asked, value, isMet: (is) => is <= bound, say: shown });
}

export function timesAtLeast(...[asked, value, bound]: Asked): Target {
  return judged({ asked, value, isMet: (is) => is >= bound, say: (is) => `${shown(is)} ×` });
}

/** How many times smaller something is. */
export function atMostOneIn(...[asked, value, bound]: Asked): Target {
  return judged({ asked, value, isMet: (is) => is >= bound, say: (is) => `1/${shown(is)}` });
}

export function withinMs(...[asked, value, bound]: Asked): Target {
  return judged({ asked, value, isMet: (is) => is <= bound, say: (is) => `${shown(is)} ms` });
}

/** The value in bytes, the bound in megabytes. */
export function withinMegabytes(...[asked, value, bound]: Asked): Target {
  return judged({ asked, value, isMet: (is) => is <= bound * MiB, say: (is) => `${shown(is / MiB)} MB` });
}

interface Judgement {
  readonly asked: string;
  readonly value: number | undefined;
  readonly isMet: (value: number) => boolean;
  readonly say: (value: number) => string;
}

function judged({ asked, value, isMet, say }: Judgement): Target {
  if (value === undefined || !Number.isFinite(value)) return { asked, measured: '–', isMet: undefined };
  return { asked, measured: say(value), isMet: isMet(value) };
}

/** The target with what is known of why it may be missed. */
export function limitedBy(limit: string, target: Target): Target {
  return { ...target, limit };
}

/** The target, missed where runs went wrong: a figure beside errors is half a figure. */
export function withoutErrors(target: Target, errors: number): Target {
  if (errors === 0) return target;
  return { ...target, measured: `${target.measured}, ${errors} errors`, isMet: false };
}
