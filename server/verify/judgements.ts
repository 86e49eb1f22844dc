import type { RunFact } from '#protocol/outcome.ts';
import { describeOutcome } from '#protocol/outcome-words.ts';
import type { Sighting, Verdict } from './probe.ts';

type Judgement = (seen: Sighting) => Verdict;

/** How long after a program's own end, or after its limit, its run may take to be over. */
const promptMs = 5_000;

/** Holds when all of them do; the evidence is everybody's, or that of the first that does not. */
export function all(...judgements: readonly Judgement[]): Judgement {
  return (seen) => {
    const verdicts = judgements.map((judge) => judge(seen));
    const broken = verdicts.find(({ held }) => !held);
    return broken ?? { held: true, evidence: verdicts.map(({ evidence }) => evidence).join('; ') };
  };
}

/** The program told every attempt, came to its end, and got nothing. */
export const everyAttemptRefused: Judgement = ({ printed, finished }) => {
  const lines = printed.split('\n');
  const got = lines.filter((line) => line.startsWith('GOT: '));
  const refused = lines.filter((line) => line.startsWith('refused: '));
  if (got.length > 0) return { held: false, evidence: `got ${listed(got, 'GOT: ')}` };
  if (!lines.includes('done') || refused.length === 0) {
    return { held: false, evidence: `did not come to its end: ${describeOutcome(finished.outcome)}` };
  }
  return { held: true, evidence: `${refused.length} refused: ${listed(refused, 'refused: ')}` };
};

/** The run ended in one of these ways, and no other. */
export function endsAs(...kinds: readonly Sighting['finished']['outcome']['kind'][]): Judgement {
  return ({ finished: { outcome, phase } }) => ({
    held: kinds.includes(outcome.kind) && phase === 'run',
    evidence: `${outcome.kind} (${describeOutcome(outcome, phase).replace(/\.$/, '')})`,
  });
}

/** The run says beside its outcome that this limit refused the program something. */
export function tells(fact: RunFact): Judgement {
  return ({ finished: { facts, outcome } }) => ({
    held: facts.includes(fact) || outcome.kind === fact,
    evidence: facts.includes(fact) || outcome.kind === fact ? `told as ${fact}` : `${fact} was never told`,
  });
}

/** The figure that the program printed behind `word`, summed over every place, is at most `most`. */
export function atMost(most: number, pattern: RegExp, unit: string): Judgement {
  return ({ printed }) => {
    const figures = [...printed.matchAll(pattern)].map((match) => Number(match[1]));
    const sum = figures.reduce((total, figure) => total + figure, 0);
    return {
      held: figures.length > 0 && sum <= most,
      evidence: figures.length === 0 ? 'printed no figure' : `${sum} ${unit} of at most ${most}`,
    };
  };
}

/** The program used no more memory than its limit. */
export const memoryWithin: Judgement = ({ finished: { outcome, memoryBytes } }) => {
  const limit = outcome.kind === 'memory_limit' ? outcome.limitBytes : Number.POSITIVE_INFINITY;
  return { held: memoryBytes <= limit, evidence: `measured ${memoryBytes} bytes` };
};

/** `finished` came soon after `ownMs`, the time the program was given or takes by itself. */
export function promptlyAfter(ownMs: number): Judgement {
  return ({ finished, patience }) => {
    const wallMs = Math.round(finished.wallMs);
    return { held: wallMs <= (ownMs + promptMs) * patience, evidence: `over after ${wallMs} ms` };
  };
}

const unseen: Verdict = { held: true, evidence: 'the host’s processes cannot be seen from here' };

/** No process of it is on the host any more; believed only of what was seen alive before. */
export const nothingLeftRunning: Judgement = ({ hostProcesses }) => {
  if (hostProcesses === undefined) return unseen;
  const { during, after } = hostProcesses;
  if (during === 0) return { held: false, evidence: 'none of its processes was seen alive' };
  return { held: after === 0, evidence: `${after} host processes left of ${during}` };
};

/** At most so many processes of it were on the host at once. */
export function hostProcessesAtMost(most: number): Judgement {
  return ({ hostProcesses }) => {
    if (hostProcesses === undefined) return unseen;
    const { during } = hostProcesses;
    return { held: during <= most, evidence: `${during} of at most ${most} host processes` };
  };
}

/** Exactly the limit was kept of what was printed. */
export const outputCutAtLimit: Judgement = ({ finished: { outcome }, printedBytes }) => {
  if (outcome.kind !== 'output_limit') return { held: false, evidence: `ended as ${outcome.kind}` };
  const { limitBytes, keptBytes } = outcome;
  return {
    held: keptBytes === limitBytes && printedBytes === limitBytes,
    evidence: `${printedBytes} bytes came of a limit of ${limitBytes}`,
  };
};

/** The first line of /etc/passwd, in plain and as base64 begins with it. */
const ofTheHost = ['root:x:0:0', Buffer.from('root:x:0:').toString('base64')];

/** Nothing that the program laid out made anybody read a file for it. */
export const nothingReadForIt: Judgement = ({ told, printed }) => {
  const leaked = ofTheHost.some((text) => told.includes(text) || printed.includes(text));
  return { held: !leaked, evidence: leaked ? '/etc/passwd came back' : 'no link was followed' };
};

function listed(lines: readonly string[], prefix: string): string {
  const shown = lines.slice(0, 3).map((line) => line.slice(prefix.length));
  return lines.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}
