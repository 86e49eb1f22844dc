import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of a language's folder, these make its image; the rest (manifest, template, programs) does not. */
const inputs = /^(Dockerfile$|image\/)/;

/** The files of a language's folder that its image is made of: its Dockerfile and what stands in `image/`. */
export async function buildInputs(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => inputs.test(file))
    .toSorted();
}

/** What the engine gets for one build, put together in the data folder; disposing it removes it. */
export class BuildFolder implements AsyncDisposable {
  private constructor(readonly path: string) {}

  /** Empty, whatever a server that died left in its place. */
  static async make(dataDir: string, name: string): Promise<BuildFolder> {
    const folder = new BuildFolder(join(dataDir, 'build', name));
    await folder[Symbol.asyncDispose]();
    await mkdir(folder.path, { recursive: true });
    return folder;
  }

  async addFolder(folder: string): Promise<void> {
    for (const file of await buildInputs(folder)) await cp(join(folder, file), join(this.path, file));
  }

  async addFile(file: string, text: string): Promise<void> {
    await writeFile(join(this.path, file), text);
  }

  async context(): Promise<{ context: string; src: string[] }> {
    return { context: this.path, src: await readdir(this.path) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
