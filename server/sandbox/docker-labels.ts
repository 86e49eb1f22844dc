/** Everything of ours in an engine carries these: whose it is, which server process made it, and which sandbox it is. */
export const labels = {
  instance: 'bugdrill.instance',
  process: 'bugdrill.process',
  sandbox: 'bugdrill.sandbox',
  /** Only of a sandbox that holds a network for others, and runs nothing. */
  holder: 'bugdrill.holder',
} as const;

/** What the engine's list is filtered by to find the containers of one server, or of one process of it. */
export function labelFilter(owner: { readonly instance: string; readonly process?: string }): string[] {
  const wanted = [`${labels.instance}=${owner.instance}`];
  return owner.process ? [...wanted, `${labels.process}=${owner.process}`] : wanted;
}
