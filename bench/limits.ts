const record = (name: string) => `([how it was found](decisions/${name}.md))`;

/** What was found, by profiles, to keep a target from being met. The page says it of those that were missed. */
export const limits = {
  hello: `A third of it is the program itself and Python's own end, of which a bare process has the same. The rest is the
  way from the request to the interpreter and back, through the engine's stdio. ${record('0057-where-a-hellos-time-goes')}`,
  firstByte: `Of 6 ms 2.4 are Node's, from the request to the start frame, 2.0 the way through engine, shim and agent, and 1.7 the
  program's. A typed character's echo, which is that way without any work, takes 1.7 to 3 ms. ${record('0057-where-a-hellos-time-goes')}`,
  twoSteps: `The compiler is the same and takes the same. What a run has besides is a second step, with its files, limits and
  accounts, which costs about what the whole of a program does that is compiled already. ${record('0050-gcc-quicker-and-no-different')}`,
  reuse: `What a hello costs in its sandbox is a fork of a blank interpreter and the proof that the sandbox is clean. Half of the
  samples of a fork are the kernel's traps into the hypervisor, for its address space. ${record('0060-forks-of-a-blank-interpreter')}`,
  hotPath: `Once the code is warm our own part takes 1.0 to 1.4 ms. The rest is reading and writing the sandbox's stream, and code
  that is cold at a run every second or two. ${record('0057-where-a-hellos-time-goes')}`,
} as const;
