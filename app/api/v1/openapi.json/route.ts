import packageJson from '../../../../package.json' with { type: 'json' };
import { answer, jsonAnswer } from '../../answer.ts';
import { openApiDocument } from '../../openapi.ts';

/** What this server's API is, for programs. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => jsonAnswer(openApiDocument(packageJson.version)));
}
