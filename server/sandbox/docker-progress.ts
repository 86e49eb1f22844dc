import { linesOf } from './output-lines.ts';

/** One line of the engine's answer to a build, a pull or an import. */
export interface EngineMessage {
  readonly stream?: string;
  readonly status?: string;
  readonly error?: string;
}

/** What the engine says while it works. Throws the engine's own words when it says that it failed. */
export async function* engineMessages(answer: NodeJS.ReadableStream): AsyncGenerator<EngineMessage> {
  for await (const line of linesOf(answer)) {
    const message = JSON.parse(line) as EngineMessage;
    if (message.error !== undefined) throw new Error(message.error.trim());
    yield message;
  }
}
