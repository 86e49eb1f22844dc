import type Dockerode from 'dockerode';
import { commandLine } from '../languages/command-line.ts';
import type { ImageRecipe } from '../languages/image-builder.ts';
import { type Once, type OnceOutput, runOnce } from './docker-once.ts';
import { LastLines } from './output-lines.ts';

const greeting = 'Hello World\n';

export interface Proof {
  readonly image: string;
  readonly recipe: ImageRecipe;
  readonly instance: string;
  readonly signal: AbortSignal;
}

/** The version that the image tells of itself. Throws when it tells none. */
export async function readVersion(engine: Dockerode, proof: Proof): Promise<string> {
  const { command, pattern, prefix } = proof.recipe.version;
  const output = await run(engine, proof, { argv: command, env: [] });
  const found = new RegExp(pattern, 'm').exec(output.stdout + output.stderr)?.[1];
  if (output.exitCode !== 0 || found === undefined) {
    throw new Error(`${commandLine(command)} tells no version that fits ${pattern}.${said(output)}`);
  }
  return prefix + found;
}

/** Throws unless the image can compile and run the language's own hello. */
export async function sayHello(engine: Dockerode, proof: Proof): Promise<void> {
  const { path, text, command } = proof.recipe.hello;
  const file = commandLine([path]);
  const place = `mkdir -p "$(dirname ${file})"`;
  const script = `${place} && printf '%s' "$BUGDRILL_HELLO" > ${file} && unset BUGDRILL_HELLO && ${command}`;
  const output = await run(engine, proof, {
    argv: ['/bin/sh', '-c', script],
    env: [`BUGDRILL_HELLO=${text}`],
  });
  if (output.exitCode === 0 && output.stdout === greeting) return;
  throw new Error(`The finished image does not say Hello World (exit ${output.exitCode}).${said(output)}`);
}

function run(engine: Dockerode, proof: Proof, once: Pick<Once, 'argv' | 'env'>): Promise<OnceOutput> {
  const { image, instance, signal } = proof;
  return runOnce(engine, { image, instance, ...once }, signal);
}

function said({ stdout, stderr }: OnceOutput): string {
  const lines = new LastLines();
  lines.add(stdout);
  lines.add(stderr);
  return lines.last === '' ? '' : `\n${lines}`;
}
