/** The parts of `at://did/collection/key`. */
export interface AtUri {
  readonly repo: string;
  readonly collection: string;
  readonly key: string;
}

const pattern =
  /^at:\/\/(did:[a-z]+:[A-Za-z0-9._:%-]+)\/([a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)+)\/([A-Za-z0-9._:~-]{1,512})$/;

/** Null for anything that is not the address of a record by DID. */
export function parseAtUri(text: string): AtUri | null {
  const [, repo, collection, key] = pattern.exec(text) ?? [];
  return repo === undefined || collection === undefined || key === undefined ? null : { repo, collection, key };
}

export const atUri = (repo: string, collection: string, key: string): string => `at://${repo}/${collection}/${key}`;

/** DID of the repository that holds a record; empty where the address is none. */
export const authorOf = (uri: string): string => parseAtUri(uri)?.repo ?? '';

export const postCollection = 'app.bsky.feed.post';
