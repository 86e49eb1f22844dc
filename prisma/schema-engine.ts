import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The bindings have one instance for the whole module: a second one would pull the memory from under the first. */
let started: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly: what `prisma migrate` does, without the binary that it would download.
 * Give it back with `free`.
 */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<bindings.SchemaEngine> {
  started ??= startWebAssembly();
  await started;
  const ignoreLog = () => undefined;
  return await bindings.SchemaEngine.new(
    { datamodels: undefined },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The package's own entry imports its `.wasm` as a module, which Node does not do by itself. */
async function startWebAssembly(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } });
  const { __wbindgen_start: start } = instance.exports;
  bindings.__wbg_set_wasm(instance.exports);
  (start as () => void)();
}
