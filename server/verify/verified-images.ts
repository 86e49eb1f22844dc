import type { BuildWatch, BuiltImage, ImageBuilder, ImageRecipe } from '../languages/image-builder.ts';
import type { SelfTest } from './self-test.ts';

/**
 * An image is not handed out before sandboxes have been seen to hold: until then its language is being built, and where
 * they do not hold it has failed. So nothing that runs programs can forget to ask.
 */
export class VerifiedImages implements ImageBuilder {
  constructor(
    private readonly images: ImageBuilder,
    private readonly selfTest: Pick<SelfTest, 'allow'>,
  ) {}

  async build(recipe: ImageRecipe, watch: BuildWatch): Promise<BuiltImage> {
    const built = await this.images.build(recipe, watch);
    watch.progress({ step: 0, steps: 0, detail: 'seeing that the sandbox holds' });
    await this.selfTest.allow(built.image);
    return built;
  }
}
