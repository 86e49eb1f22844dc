import { type Problem, ProblemAnswer } from '#protocol/problem.ts';

/** What the execution server finds wrong with a test can hold its checker’s names, or its limits. */
export function withoutTests(problem: Problem): Problem {
  const [, index] = /^tests\.(\d+)/.exec(problem.field ?? '') ?? [];
  if (index === undefined) return problem;
  const message = `This server cannot judge by test ${Number(index) + 1} of this snippet. Tell its author.`;
  return { code: problem.code, message };
}

/** The same for an answer that would be passed on. */
export async function refusalWithoutTests(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const { status, headers } = answer;
  const body: unknown = await answer.json().catch(() => null);
  const { success, data } = ProblemAnswer.safeParse(body);
  return Response.json(success ? { ...data, error: withoutTests(data.error) } : body, { status, headers });
}
