import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Beside the code it is bundled into there are no packages: they are where the server was started. */
const packages = join(process.cwd(), 'node_modules');
const fontFiles = [
  'geist-mono/GeistMono-Regular.ttf',
  'geist-sans/Geist-Regular.ttf',
  'geist-sans/Geist-SemiBold.ttf',
];
const mostKept = 64;

/** Draws SVG of ours with our own fonts, and asks nobody for what they lack. What was drawn last is kept. */
export class PngPainter {
  private fonts: Promise<Uint8Array[]> | undefined;
  private readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();

  /** `scale` pixels for each of the picture's own. */
  async paint(svg: string, scale = 1): Promise<Uint8Array<ArrayBuffer>> {
    const name = createHash('sha256').update(`${scale} ${svg}`).digest('base64url');
    const drawn = this.kept.get(name) ?? (await this.draw(svg, scale));
    this.kept.delete(name);
    this.kept.set(name, drawn);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return drawn;
  }

  private async draw(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
    this.fonts ??= loadFonts();
    const fontBuffers = await this.fonts;
    const font = { fontBuffers, defaultFontFamily: 'Geist', monospaceFamily: 'Geist Mono' };
    const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } });
    try {
      const pixels = picture.render();
      const png = new Uint8Array(pixels.asPng());
      pixels.free();
      return png;
    } finally {
      picture.free();
    }
  }
}

async function loadFonts(): Promise<Uint8Array[]> {
  await initWasm(await readFile(join(packages, '@resvg/resvg-wasm/index_bg.wasm')));
  return await Promise.all(fontFiles.map((file) => readFile(join(packages, 'geist/dist/fonts', file))));
}

/** Bundlers load modules more than once, and the wasm wants to be begun once: the process keeps the one there is. */
const shared = globalThis as { bugdrillPngPainter?: PngPainter };

export function pngPainter(): PngPainter {
  shared.bugdrillPngPainter ??= new PngPainter();
  return shared.bugdrillPngPainter;
}
