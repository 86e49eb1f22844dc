/** What is tested beyond the core, by id: `npm test` names another language each day. */
export function alsoTested(): readonly string[] {
  return (process.env['MATRIX_ALSO'] ?? '').split(',').filter((id) => id !== '');
}
