import type Dockerode from 'dockerode';

/** The image that tests against the engine make sandboxes of: the agent and a shell. */
export async function testImage(_engine: Dockerode): Promise<string> {
  return 'bugdrill-base:dev';
}
