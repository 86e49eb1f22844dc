const load = (name: string): string => Deno.readTextFileSync(name);

try {
  load("nowhere.txt");
} catch (cause) {
  throw new Error("nothing to read", { cause });
}
