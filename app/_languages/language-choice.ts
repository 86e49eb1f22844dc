/** The cookie that tells the server which language to draw; it says nothing else. */
export const languageCookie = 'language';

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps the choice for the next visit; the address stops asking for another. */
export function keepLanguage(languageId: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser
  document.cookie = `${languageCookie}=${languageId}; path=/; max-age=${yearSeconds}; samesite=lax`;
  window.history.replaceState(null, '', window.location.pathname);
}
