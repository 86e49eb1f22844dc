import { MessagePage } from '../../_theme/message-page.tsx';

/** Stands before a snippet that can be opened once: a form, since what looks at links presses no buttons. */
export function SealedSnippet() {
  return (
    <MessagePage title="This snippet can be opened once.">
      <p>Then it is deleted, for you too. Copy what you need of it.</p>
      <form method="get">
        <button className="message-button" type="submit" name="open" value="1">
          Open it now
        </button>
      </form>
    </MessagePage>
  );
}
