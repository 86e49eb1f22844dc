import type { Metadata } from 'next';
import { connection } from 'next/server.js';
import { MessagePage } from './_theme/message-page.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  // Drawn for each request, so that its scripts carry the request's nonce.
  await connection();
  return (
    <MessagePage title="There is nothing here.">
      <a href="/">Open the editor</a>
    </MessagePage>
  );
}
