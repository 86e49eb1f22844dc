class Late extends Error {
  override name = "Late";
}

async function wait(): Promise<never> {
  await Promise.resolve();
  throw new Late("too late");
}

void wait();
