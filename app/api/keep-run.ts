import { type PackedRecording, packRecording } from '#prisma/recordings.ts';
import { ProblemAnswer } from '#protocol/problem.ts';
import { programDigest } from '#protocol/program-digest.ts';
import { RecordedRun, runTokenHeader } from '#protocol/recorded-run.ts';
import type { RecordingVerdict, RunToKeep, SnippetDraft } from '#protocol/snippet.ts';
import { readWebConfig } from '../config.ts';
import { credentials } from './credentials.ts';
import { log } from './log.ts';

const answerWithinMs = 5_000;

export interface KeptRun {
  readonly verdict: RecordingVerdict;
  readonly recording?: PackedRecording;
}

/**
 * What the execution server saw of the run that a page names, if it was of this very program: nobody's word is taken
 * for what a program printed. That a run cannot be kept is no reason not to save.
 */
export async function keepRun(run: RunToKeep, draft: SnippetDraft, request: Request): Promise<KeptRun> {
  try {
    return await judged(await ask(run, request), draft);
  } catch (error) {
    log.warn({ err: error }, 'a run could not be fetched');
    return refused('The execution server could not tell what the last run did.');
  }
}

/** What it answers: the run, or why there is none. */
async function ask(run: RunToKeep, request: Request): Promise<RecordedRun | string> {
  const path = `/runs/${encodeURIComponent(run.runId)}/recording`;
  const answer = await fetch(`${readWebConfig().EXECUTION_URL}${path}`, {
    cache: 'no-store',
    headers: { ...(await credentials(request)), [runTokenHeader]: run.token },
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const body = await answer.json();
  return answer.ok ? RecordedRun.parse(body) : wordsFor(ProblemAnswer.parse(body));
}

function wordsFor({ error }: ProblemAnswer): string {
  switch (error.code) {
    case 'not_found':
      return 'The last run is no longer there. Run the program again to share what it does.';
    case 'conflict':
      return 'The last run is still under way.';
    case 'too_large':
      return tooLarge;
    default:
      throw new Error(error.message);
  }
}

const tooLarge = 'The last run printed too much to be shared: a recording has at most 256 KiB, compressed.';

async function judged(run: RecordedRun | string, draft: SnippetDraft): Promise<KeptRun> {
  if (typeof run === 'string') return refused(run);
  // An author's own run tells what hidden tests are given.
  if (run.isJudged && draft.tests.some((test) => test.hidden))
    return refused('A run of hidden tests is not shared: it would tell them.');
  const program = { ...draft, tests: run.isJudged ? draft.tests : [] };
  if (run.program !== programDigest(program)) return refused('The last run was of another program.');
  const recording = await packRecording(run.events);
  return recording === undefined ? refused(tooLarge) : { verdict: { kept: true }, recording };
}

function refused(message: string): KeptRun {
  return { verdict: { kept: false, message } };
}
