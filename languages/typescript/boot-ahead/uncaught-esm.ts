import { fails } from './fails.ts';

type Nothing = never;
class Mine extends Error {
  override name: string = 'Mine';
}
fails(Mine);
export type { Nothing };
