import { readdirSync, readFileSync } from 'node:fs';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../_codemirror/grammars.ts';
import { codePartOf } from './code-part.ts';
import { loadLinePainter } from './line-painter.ts';

interface Sample {
  readonly id: string;
  readonly grammar: string;
  readonly hello: string;
}

const folder = new URL('../../languages/', import.meta.url);

const samples: readonly Sample[] = readdirSync(folder, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && readdirSync(new URL(entry.name, folder)).includes('manifest.json'),
  )
  .map(({ name: id }) => {
    const own = new URL(`${id}/`, folder);
    const { grammar } = JSON.parse(readFileSync(new URL('manifest.json', own), 'utf8'));
    const hello = readdirSync(own).find((name) => name.startsWith('hello.'));
    return { id, grammar, hello: readFileSync(new URL(hello ?? '', own), 'utf8') };
  });

/** Those that Monaco has colours for of its own, as its folder of definitions says; C comes with C++. */
const definitions = new URL(
  '../../node_modules/monaco-editor/esm/vs/languages/definitions/',
  import.meta.url,
);
const ofMonaco = new Set([...readdirSync(definitions), 'c']);

/** What of a text gets a colour in CodeMirror. */
function colouredIn(extension: Extension, text: string): string[] {
  const state = EditorState.create({ doc: text, extensions: extension });
  const tree = ensureSyntaxTree(state, text.length, 5_000);
  if (!tree) throw new Error('The text was not read in time.');
  const found: string[] = [];
  const any = tagHighlighter(
    [
      tags.keyword,
      tags.string,
      tags.comment,
      tags.number,
      tags.atom,
      tags.name,
      tags.typeName,
      tags.meta,
    ].map((tag) => ({ tag, class: 'coloured' })),
  );
  highlightTree(tree, any, (from, to) => found.push(text.slice(from, to)));
  return found;
}

describe('colours for every language', () => {
  it('all the languages are asked', () => {
    expect(samples.length).toBeGreaterThanOrEqual(41);
  });

  it.each(samples)('$id has them in CodeMirror', async ({ grammar, hello }) => {
    expect(colouredIn(await loadGrammar(grammar), hello)).not.toEqual([]);
  });

  it.each(samples)('$id has them in Monaco, its own or a TextMate grammar’s', async ({ grammar, hello }) => {
    if (ofMonaco.has(grammar)) return;
    const painter = await loadLinePainter(grammar);
    const parts = hello.split('\n').flatMap((line) => painter?.paint(line, null).pieces ?? []);
    expect(parts.filter(({ part }) => part !== 'text')).not.toEqual([]);
  });

  it('a file of no language is plain, and so is one of a name that every object has', async () => {
    expect(await loadGrammar('plaintext')).toEqual([]);
    expect(await loadGrammar('constructor')).toEqual([]);
    expect(await loadLinePainter('toString')).toBeUndefined();
  });
});

describe('a TextMate grammar', () => {
  it('goes on where the last line ended', async () => {
    const painter = await loadLinePainter('ocaml');
    const first = painter!.paint('(* begins', null);
    expect(painter!.paint('and ends *) let x = 1', first.after).pieces[0]).toEqual({
      start: 0,
      part: 'comment',
    });
  });

  it('reads its very first line to the end, though its patterns take their time to be made ready', async () => {
    const painter = await loadLinePainter('ada');
    const line = 'with Ada.Text_IO; use Ada.Text_IO;';
    expect(painter!.paint(line, null).pieces.length).toBeGreaterThan(4);
  });

  it('leaves a line plain that would take too long to read', async () => {
    const painter = await loadLinePainter('haskell');
    expect(painter!.paint('let x = 1;'.repeat(1_000), null).pieces).toEqual([{ start: 0, part: 'text' }]);
  });

  it.each([
    [['source.ocaml', 'keyword.operator.ocaml'], 'punctuation'],
    [['source.ocaml', 'string.quoted', 'constant.character.escape'], 'string'],
    [['source.ocaml', 'keywordish'], 'text'],
    [['source.ocaml'], 'text'],
  ])('%j is %s', (scopes, part) => {
    expect(codePartOf(scopes)).toBe(part);
  });
});
