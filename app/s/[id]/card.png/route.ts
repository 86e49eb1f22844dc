import { peekSnippet } from '#prisma/snippets.ts';
import { fetchLanguages, findLanguage } from '../../../_languages/languages.ts';
import { snippetCard, wordsCard } from '../../../_picture/card.ts';
import { pngPainter } from '../../../_picture/png.ts';
import { answer } from '../../../api/answer.ts';
import { inWords } from '../../../api/door.ts';
import { type NamedRoute, nameIn } from '../../../api/named-snippet.ts';
import { cachedWith, openPictureDoor, pngAnswer } from '../../../api/picture-door.ts';
import { eventsOf } from '../../../api/read-events.ts';

/** The picture that pages show which lead here. Of what can be opened once it shows nothing. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () =>
    inWords(async () => {
      const { burnsAfterView } = await peekSnippet(await nameIn(route));
      return burnsAfterView ? await sealedCard() : await openCard(request, route);
    }),
  );
}

async function sealedCard(): Promise<Response> {
  return pngAnswer(await pngPainter().paint(wordsCard('It can be opened once.')), 'no-store');
}

function openCard(request: Request, route: NamedRoute): Promise<Response> {
  return openPictureDoor(request, route, async ({ snippet, events }) => {
    const language = findLanguage(await fetchLanguages(), snippet.language);
    const card = await snippetCard(snippet, language, events && (await eventsOf(events)));
    return pngAnswer(await pngPainter().paint(card), cachedWith(snippet));
  });
}
