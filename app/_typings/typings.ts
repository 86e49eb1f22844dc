/** The texts of declaration files, by their paths in `node_modules`. */
export type Typings = Readonly<Record<string, string>>;

/** Where they are for the compiler: above the folder that a program's files are in. */
export const typingsFolder = 'file:///node_modules';

/**
 * How TypeScript reads a program that Node runs as it is: by the file endings that its imports have, every file a
 * module. The numbers are the compiler's own: ESNext, ESNext, by bundlers' rules, each file.
 */
export const nodeCompilerOptions = {
  target: 99,
  module: 99,
  moduleResolution: 100,
  moduleDetection: 3,
  lib: ['esnext'],
  types: [],
  strict: true,
  // Whoever leaves a type out means it.
  noImplicitAny: false,
  noEmit: true,
  allowImportingTsExtensions: true,
  allowNonTsExtensions: true,
  esModuleInterop: true,
  skipLibCheck: true,
};
