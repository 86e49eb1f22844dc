const later = <T,>(value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, 3, value));
console.log(await later('later'));
export type Later = Awaited<ReturnType<typeof later>>;
