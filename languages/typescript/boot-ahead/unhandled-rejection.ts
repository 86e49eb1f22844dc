async function fails<T>(value: T): Promise<T> {
  throw new TypeError(String(value));
}
void fails<string>('nobody cares');
