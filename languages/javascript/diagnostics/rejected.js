class Late extends Error {}

async function wait() {
  await null;
  throw new Late('too late');
}

wait();
