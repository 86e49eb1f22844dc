import { defaultSpec, type PlannableLanguage, planRun } from '#server/runs/plan.ts';
import { encodeEof, encodeFile, encodeStdin } from '#server/sandbox/frames.ts';
import type { KillReason, SandboxFile } from '#server/sandbox/sandbox.ts';
import { TestSandbox } from '../agent/testing/sandbox.ts';
import type { BootAheadProgram } from './boot-ahead.ts';

/** All that can be seen of a program from outside. */
interface Observed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: number | null;
  readonly killedBy: KillReason | null;
  readonly filesOut: boolean;
  /** What a compiler left beside what it was given, each file with its bytes. */
  readonly left: readonly string[];
}

interface Played extends Observed {
  /** Whether it went on in what was booted ahead. */
  readonly booted: boolean;
}

const everything = { folder: '.', maxBytes: 32 * 1024 * 1024, maxFiles: 1024 };

/** One sandbox of a language in which programs, or their compilers, are played one after the other, each as if it were the first. */
export class BootBench implements AsyncDisposable {
  private constructor(
    private readonly language: PlannableLanguage,
    private readonly sandbox: TestSandbox,
  ) {}

  static async make(language: PlannableLanguage): Promise<BootBench> {
    return new BootBench(language, await TestSandbox.make(defaultSpec(language)));
  }

  /** As the server would, or with a plain start whatever the plan says. */
  async play(program: BootAheadProgram, start: 'planned' | 'plain'): Promise<Played> {
    const { sandbox, language } = this;
    const { files, steps, spec } = planRun(program.request, language);
    const command = steps[0]?.command;
    if (command === undefined || spec.boot === undefined) throw new Error(`${language.id} boots nothing.`);
    await sandbox.reset();
    if (start === 'planned' && !(await sandbox.boot(spec.boot))) throw new Error('It did not come up.');
    this.write(program, files);
    sandbox.start(command.argv, { ...command, booted: start === 'planned' && command.booted });
    const prompted = program.typesAfter === '' ? '' : await sandbox.toOutput(program.typesAfter);
    if (program.stdin !== '') sandbox.send(encodeStdin(Buffer.from(program.stdin)));
    if (!program.keepsStdinOpen) sandbox.send(encodeEof());
    const { stdout, stderr, exit } = await sandbox.toExit();
    const { exitCode, signal, killedBy, filesOut, booted } = exit;
    const printed = { stdout: withoutAddresses(prompted + stdout), stderr: withoutAddresses(stderr) };
    const left = command.filesOut ? [] : await this.left(files);
    return { ...printed, exitCode, signal, killedBy, filesOut, left, booted };
  }

  private write({ isMissing }: BootAheadProgram, files: readonly SandboxFile[]): void {
    for (const file of isMissing ? files.slice(1) : files)
      this.sandbox.send(encodeFile({ ...file, append: false, executable: false }));
  }

  private async left(given: readonly SandboxFile[]): Promise<string[]> {
    const { files, leftOut } = await this.sandbox.collect(everything);
    const isGiven = ({ path, content }: SandboxFile) =>
      given.some((file) => file.path === path && Buffer.compare(file.content, content) === 0);
    const made = files.filter((file) => !isGiven(file));
    return [
      ...made.map(({ path, content }) => `${path} ${Buffer.from(content).toString('base64')}`),
      ...leftOut,
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox[Symbol.asyncDispose]();
  }
}

/** Where the kernel puts things is another place at every start. */
function withoutAddresses(printed: string): string {
  return printed.replaceAll(/\b0x[0-9a-f]{8,}/g, '0x…');
}
