/** Variables that would turn a child into something else than the file it is given. */
const removed = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'NODE_PATH', 'ELECTRON_RENDERER_URL']);

/** The environment for the app's own processes. */
export const childEnvironment = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && !removed.has(entry[0])),
  );
