import type Dockerode from 'dockerode';
import type { BuildWatch, BuiltImage, ImageBuilder, ImageRecipe } from '../languages/image-builder.ts';
import { BuildFolder, buildInputs } from './build-folder.ts';
import { type BaseSettings, ensureBase } from './docker-base.ts';
import { buildImage } from './docker-build.ts';
import {
  buildSecondsLabel,
  findImage,
  hashInputs,
  imageLabel,
  languageRepository,
  removeImage,
  removeOldImages,
  removeStages,
  versionLabel,
} from './docker-image-names.ts';
import { labels } from './docker-labels.ts';
import { readVersion, sayHello } from './docker-proof.ts';
import { fetchNpmPackages, packagesFor } from './npm-packages.ts';

export interface DockerImagesSettings extends BaseSettings {
  readonly dataDir: string;
}

/** What is to be made. */
interface ImagePlan {
  readonly recipe: ImageRecipe;
  readonly repository: string;
  readonly tag: string;
  /** The base, or the image of another language. */
  readonly from: string;
  readonly npm: Readonly<Record<string, string>>;
}

/** An image that has to prove that it works, and what is known of it. */
interface Unproven {
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
}

const sealDockerfile = 'ARG PROVEN\nFROM $PROVEN\n';

/**
 * Builds languages' images in the engine. A tag is the hash of all that the image is made of, and is given only to an
 * image that told its version and said hello. A language with the image of another gets a tag of its own on it, which
 * says the same of that language; its sandboxes are made of the other's image, so that the two share warm ones.
 */
export class DockerImages implements ImageBuilder {
  private base: Promise<string> | undefined;

  constructor(
    private readonly engine: Dockerode,
    private readonly settings: DockerImagesSettings,
  ) {}

  async build(recipe: ImageRecipe, watch: BuildWatch): Promise<BuiltImage> {
    const plan = await this.plan(recipe, watch);
    const found = await findImage(this.engine, plan.tag);
    const version = found?.labels[versionLabel] ?? (await this.make(plan, watch));
    await removeOldImages(this.engine, { ...plan, instance: this.settings.instance });
    const image = recipe.source.kind === 'image' ? plan.from : plan.tag;
    return { image, version, digest: (await findImage(this.engine, image))?.id };
  }

  private async plan(recipe: ImageRecipe, watch: BuildWatch): Promise<ImagePlan> {
    const { id, source, version, hello } = recipe;
    const repository = languageRepository(id);
    if (source.kind === 'image') {
      const hash = await hashInputs('', [], { from: source.image, version, hello });
      return { recipe, repository, tag: `${repository}:${hash}`, from: source.image, npm: {} };
    }
    const from = await this.baseImage(watch);
    const npm = await this.npmOf(source.npm);
    const files = await buildInputs(source.folder);
    const hash = await hashInputs(source.folder, files, { from, npm, version, hello });
    return { recipe, repository, tag: `${repository}:${hash}`, from, npm };
  }

  /** What could not be built is tried again with the next language. */
  private async baseImage(watch: BuildWatch): Promise<string> {
    try {
      this.base ??= ensureBase(this.engine, this.settings, watch);
      return await this.base;
    } catch (error) {
      this.base = undefined;
      throw error;
    }
  }

  private async make(plan: ImagePlan, watch: BuildWatch): Promise<string> {
    const { recipe, repository, from, npm } = plan;
    if (recipe.source.kind === 'image') return await this.seal(plan, { image: from, labels: {} }, watch);
    const tag = `${plan.tag}-unproven`;
    const begin = performance.now();
    try {
      await using folder = await BuildFolder.make(this.settings.dataDir, recipe.id);
      await folder.addFolder(recipe.source.folder);
      await fetchNpmPackages(npm, folder.path, watch);
      const options = {
        buildargs: { ...this.settings.proxies, BASE: from },
        labels: this.labels(repository),
      };
      await buildImage(this.engine, { tag, context: await folder.context(), options }, watch);
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      return await this.seal(plan, { image: tag, labels: { [buildSecondsLabel]: seconds } }, watch);
    } finally {
      await removeImage(this.engine, tag);
      await removeStages(this.engine, repository);
    }
  }

  /** Gives an image its tag, with its version on it, once it has proved that it works. */
  private async seal(
    { recipe, repository, tag }: ImagePlan,
    { image, labels: known }: Unproven,
    watch: BuildWatch,
  ): Promise<string> {
    watch.progress({ step: 0, steps: 0, detail: 'saying hello' });
    const proof = { image, recipe, instance: this.settings.instance, signal: watch.signal };
    const version = await readVersion(this.engine, proof);
    await sayHello(this.engine, proof);
    await using folder = await BuildFolder.make(this.settings.dataDir, `${recipe.id}-seal`);
    await folder.addFile('Dockerfile', sealDockerfile);
    const options = {
      buildargs: { PROVEN: image },
      labels: { ...this.labels(repository), ...known, [versionLabel]: version },
    };
    await buildImage(this.engine, { tag, context: await folder.context(), options }, watch);
    return version;
  }

  private labels(repository: string): Record<string, string> {
    return { [imageLabel]: repository, [labels.instance]: this.settings.instance };
  }

  private async npmOf(packages: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    if (Object.keys(packages).length === 0) return packages;
    return packagesFor(packages, (await this.engine.info()).Architecture);
  }
}
