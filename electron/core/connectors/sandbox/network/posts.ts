import { nextNumber, nextRev, type Store } from './store';

export interface PostRow {
  readonly id: string;
  readonly account_id: string;
  readonly text: string;
  readonly created_at: number;
  readonly deleted_at: number | null;
  readonly rev: number;
}

const columns = 'id, account_id, text, created_at, deleted_at, rev';

export const postById = (store: Store, id: string): PostRow | undefined =>
  store.get<PostRow>(`SELECT ${columns} FROM posts WHERE id = ?`, id);

/** Newest posts of an account that still stand. */
export const listPosts = (store: Store, accountId: string, limit: number): readonly PostRow[] =>
  store.all<PostRow>(
    `SELECT ${columns} FROM posts WHERE account_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, rowid DESC LIMIT ?`,
    accountId,
    limit,
  );

export const addPost = (store: Store, post: { accountId: string; text: string; at: number }): PostRow => {
  const row = {
    id: `p${nextNumber(store, 'post')}`,
    account_id: post.accountId,
    text: post.text,
    created_at: post.at,
    deleted_at: null,
    rev: nextRev(store),
  };
  store.run(
    'INSERT INTO posts (id, account_id, text, created_at, rev) VALUES (?, ?, ?, ?, ?)',
    row.id,
    row.account_id,
    row.text,
    row.created_at,
    row.rev,
  );
  return row;
};

/** Takes a post down. Its comments stay, and can no longer be answered. False: there is none, or it was gone already. */
export const deletePost = (store: Store, id: string, at: number): boolean =>
  store.run('UPDATE posts SET deleted_at = ?, rev = ? WHERE id = ? AND deleted_at IS NULL', at, nextRev(store), id) > 0;
