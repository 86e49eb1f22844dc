/** A name of ours as REST says it: `wall_ms` for `wallMs`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
