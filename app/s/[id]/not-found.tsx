import type { Metadata } from 'next';
import { MessagePage } from '../../_theme/message-page.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function SnippetNotFound() {
  return (
    <MessagePage title="This link does not exist or was deleted.">
      <a href="/">Open the editor</a>
    </MessagePage>
  );
}
