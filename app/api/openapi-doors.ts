/** The doors of a snippet that are no JSON API: pictures, frames, and what tells other pages of them. */
export const doorPaths = {
  '/oembed': {
    get: {
      summary: 'How a page that was given a link shows what is behind it',
      description:
        'oEmbed 1.0, of type `rich`, in JSON. `url` is an address of this very server, `/s/…` or `/embed/…`.',
      parameters: [
        query('url', 'https://play.example/s/Ab3dEfGh9k', true),
        query('maxwidth', '500'),
        query('maxheight', '300'),
        query('format', 'json'),
      ],
      responses: {
        200: { description: 'The frame, and a picture.', content: { 'application/json': {} } },
        400: { description: '`url` is no address of a snippet of this server.' },
        501: { description: 'Another format than JSON was asked for.' },
        ...refusals(),
      },
    },
  },
  '/embed/{id}': {
    parameters: [id()],
    get: {
      summary: 'A snippet as a page that others may frame',
      parameters: [query('theme', 'dark'), query('lines', 'off'), query('tabs', 'off')],
      responses: { 200: { description: 'The page.', content: { 'text/html': {} } }, ...refusals() },
    },
  },
  '/s/{id}/card.png': picture('A card of 1200 × 630 for previews of links', 'image/png'),
  '/s/{id}/image.png': picture('The code as a picture, two pixels for one', 'image/png', 'theme'),
  '/s/{id}/image.svg': picture('The code as a picture', 'image/svg+xml', 'theme'),
  '/s/{id}/qr.svg': picture('The link as a QR code', 'image/svg+xml'),
};

function picture(summary: string, type: string, option?: string) {
  const parameters = option === undefined ? [] : [query(option, 'dark')];
  const responses = { 200: { description: 'The picture.', content: { [type]: {} } }, ...refusals() };
  return { parameters: [id()], get: { summary, parameters, responses } };
}

function id() {
  return { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'Ab3dEfGh9k' };
}

function query(name: string, example: string, required = false) {
  return { name, in: 'query', required, schema: { type: 'string' }, example };
}

function refusals() {
  return {
    403: { description: 'It can be opened once, and is shown at its own link only.' },
    404: { description: 'There is no such link, or it was deleted.' },
    410: { description: 'It has expired, was opened, or was hidden by the operator.' },
  };
}
