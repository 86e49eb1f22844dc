import { pictureHeaders } from '../api/picture-door.ts';

const dayInSeconds = 24 * 60 * 60;

/** The same for every snippet, so that it tells nothing of any, and of a width that needs no font of ours. */
const badge = `<svg xmlns="http://www.w3.org/2000/svg" width="122" height="20" role="img" aria-label="Run on Bugdrill">
  <title>Run on Bugdrill</title>
  <rect width="122" height="20" rx="3" fill="#1a5fc4"/>
  <path d="M4.5 10 10 4.5l5.5 5.5-5.5 5.5Z" fill="#fff"/>
  <text x="20" y="14" fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" textLength="96">Run on Bugdrill</text>
</svg>
`;

/** What a README shows that leads to a snippet. */
export function GET(): Response {
  const headers = pictureHeaders(`public, max-age=${dayInSeconds}`);
  return new Response(badge, { headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } });
}
