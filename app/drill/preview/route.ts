import { z } from 'zod';
import { Statement } from '#protocol/statement.ts';
import { renderStatement } from '../../_drill/render-statement.ts';
import { answer, jsonAnswer } from '../../api/answer.ts';
import { readJson } from '../../api/body.ts';

const Preview = z.strictObject({ statement: Statement });

/** A statement as its drill would show it: drawn in one place, by one rule. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { statement } = Preview.parse(await readJson(request));
    return jsonAnswer({ html: renderStatement(statement) });
  });
}
