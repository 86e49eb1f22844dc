/** More than this nobody steps through; each is a range that the browser keeps. */
export const mostFound = 10_000;

/** Where a text stands in an element as it is drawn, whatever its case; what `skipped` matches is not looked at. */
export function findText(root: Element, wanted: string, skipped: string): Range[] {
  if (wanted === '') return [];
  const nodes = textNodes(root, skipped);
  const whole = nodes.map(({ data }) => foldCase(data)).join('');
  const spot = spotFinder(nodes);
  const found: Range[] = [];
  const needle = foldCase(wanted);
  for (let at = whole.indexOf(needle); at >= 0 && found.length < mostFound; ) {
    const range = new Range();
    range.setStart(...spot(at));
    range.setEnd(...spot(at + needle.length - 1, 1));
    found.push(range);
    at = whole.indexOf(needle, at + needle.length);
  }
  return found;
}

/** Character for character: some letters become two in lower case, and would put all that follows out of place. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function textNodes(root: Element, skipped: string): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(skipped)) nodes.push(node);
  return nodes;
}

/** Finds the node and the offset of a place in the text of all; asked for one place after another, it walks through once. */
function spotFinder(nodes: readonly Text[]): (at: number, beyond?: number) => [Text, number] {
  let index = 0;
  let start = 0;
  return (at, beyond = 0) => {
    let node = nodes[index];
    while (node && at >= start + node.length) {
      start += node.length;
      node = nodes[++index];
    }
    if (!node) throw new RangeError('There is no such place in the text.');
    return [node, at - start + beyond];
  };
}
