const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as the text of an element or the value of an attribute, in HTML and XML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}
