/// <reference types="next" />

// The bundler knows this module by this name alone, which `nodenext` cannot resolve.
declare module 'next/font/local' {
  const localFont: typeof import('next/font/local/index.js')['default']['default'];
  // biome-ignore lint/style/noDefaultExport: the module has no other
  export default localFont;
}

/** Set by Next when it builds: which of its runtimes a file is compiled for. */
declare namespace NodeJS {
  interface ProcessEnv {
    readonly NEXT_RUNTIME?: 'nodejs' | 'edge';
  }
}
