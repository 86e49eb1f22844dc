import type { Piece, Shown } from './shown.ts';

/*
 * The script of an embed. It goes into the page as the text of these functions, so each has what it needs from its
 * arguments, and nothing from around it: no import, no other function. Types are gone by then.
 */

type Draw = (line: string, output: HTMLElement, status: HTMLElement) => void;
type Follow = (button: HTMLButtonElement, stop: AbortSignal, drawLine: Draw) => Promise<void>;

/** Draws one line of what the server tells. */
function draw(line: string, output: HTMLElement, status: HTMLElement): void {
  const shown = JSON.parse(line) as Shown;
  if (shown.kind !== 'output') {
    status.textContent = shown.kind === 'end' ? `${shown.words} · ${shown.figures}` : shown.words;
    status.dataset['tone'] = shown.kind === 'end' ? shown.tone : 'muted';
    return;
  }
  const isAtEnd = output.scrollTop + output.clientHeight > output.scrollHeight - 40;
  const block = document.createElement('span');
  block.dataset['stream'] = shown.stream;
  for (const [text, colour = '', ground = '', looks = ''] of shown.pieces as Piece[]) {
    const span = document.createElement('span');
    span.textContent = text;
    span.style.color = colour;
    span.style.background = ground;
    span.className = looks;
    block.append(span);
  }
  output.append(block);
  if (isAtEnd) output.scrollTop = output.scrollHeight;
}

/** Asks for a run and draws what comes, as it comes. Rejects with what is to be said when it does not. */
async function follow(button: HTMLButtonElement, stop: AbortSignal, drawLine: Draw): Promise<void> {
  const output = document.getElementById('output') as HTMLElement;
  const status = document.getElementById('status') as HTMLElement;
  output.replaceChildren();
  output.hidden = false;
  // Plain text asks for no leave beforehand, which a frame without an origin would have to.
  const { path, pass } = button.dataset as { path: string; pass: string };
  const answer = await fetch(path, { method: 'POST', body: pass, signal: stop });
  if (!answer.ok || !answer.body) throw new Error((await answer.text()).trim());
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let { value } = await reader.read(); value !== undefined; { value } = await reader.read()) {
    const lines = (rest + value).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) drawLine(line, output, status);
  }
  // Every end has a colour.
  if (status.dataset['tone'] === 'muted') throw new Error('The connection was lost.');
}

/** Run, and Stop while it runs. */
function begin(followRun: Follow, drawLine: Draw): void {
  const button = document.getElementById('run') as HTMLButtonElement;
  const status = document.getElementById('status') as HTMLElement;
  let running: AbortController | null = null;
  const say = (words: string, tone: string) => {
    status.textContent = words;
    status.dataset['tone'] = tone;
  };
  const start = async () => {
    running = new AbortController();
    const { signal } = running;
    button.textContent = 'Stop';
    say('Starting', 'muted');
    try {
      await followRun(button, signal, drawLine);
    } catch (error) {
      const isOurs = !(error instanceof TypeError);
      if (signal.aborted) say('Stopped by you.', 'muted');
      else say(isOurs ? (error as Error).message : 'The server is not reachable.', 'warn');
    }
    running = null;
    button.textContent = 'Run again';
  };
  button.addEventListener('click', () => {
    if (running) running.abort();
    else void start();
  });
}

export const embedScript = `(${begin})(${follow},${draw})`;
