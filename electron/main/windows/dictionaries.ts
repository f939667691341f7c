/** Languages whose dictionary lies on the machine already, of those asked for. */
export function presentDictionaries(files: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((name) =>
    files.some((file) => file.endsWith('.bdic') && file.toLowerCase().startsWith(`${name.toLowerCase()}-`)),
  );
}
