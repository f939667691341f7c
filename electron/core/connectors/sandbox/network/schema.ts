/** Version of the file; a newer one is refused. */
export const schemaVersion = 1;

/**
 * Tables of the network's own file. `rev` is one counter over everything: a change gives its row a new one, so that
 * "what is newer than rev N" is the whole of a stream. Times are ms since 1970 UTC.
 */
export const schema = `
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL,
  brand TEXT,
  identities TEXT NOT NULL,
  sign_in TEXT NOT NULL CHECK (sign_in IN ('local', 'token')),
  session TEXT NOT NULL CHECK (session IN ('valid', 'expired', 'revoked')),
  acts_as TEXT REFERENCES accounts (id),
  access_hash TEXT,
  refresh_hash TEXT,
  previous_refresh_hash TEXT,
  generation INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX accounts_access ON accounts (access_hash) WHERE access_hash IS NOT NULL;

CREATE TABLE customers (
  id TEXT PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE posts (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX posts_by_rev ON posts (account_id, rev);

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'comment', 'mention', 'review')),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  post_id TEXT REFERENCES posts (id),
  created_at INTEGER NOT NULL,
  seen_at INTEGER,
  reactions TEXT,
  reaction_count INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_by_rev ON conversations (account_id, kind, rev);
CREATE INDEX conversations_by_customer ON conversations (account_id, kind, customer_id);

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  is_direct INTEGER NOT NULL,
  author_account_id TEXT REFERENCES accounts (id),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  deleted_at INTEGER,
  in_reply_to TEXT,
  send_key TEXT,
  via TEXT NOT NULL CHECK (via IN ('customer', 'connector', 'native')),
  is_hidden INTEGER NOT NULL DEFAULT 0,
  is_liked INTEGER NOT NULL DEFAULT 0,
  is_flagged INTEGER NOT NULL DEFAULT 0,
  visible_at INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_by_rev ON messages (account_id, is_direct, rev);
CREATE INDEX messages_by_time ON messages (account_id, is_direct, created_at, id);
CREATE INDEX messages_by_conversation ON messages (conversation_id, created_at);
CREATE INDEX messages_by_key ON messages (author_account_id, send_key) WHERE send_key IS NOT NULL;
CREATE INDEX messages_unseen ON messages (account_id, is_direct, visible_at) WHERE visible_at > 0;
CREATE INDEX messages_by_brand ON messages (created_at) WHERE author_account_id IS NOT NULL;

CREATE TABLE attachments (
  message_id TEXT NOT NULL REFERENCES messages (id),
  position INTEGER NOT NULL,
  media_hash TEXT NOT NULL REFERENCES media (hash),
  mime TEXT NOT NULL,
  alt TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE media (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

CREATE TABLE relations (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  is_muted INTEGER NOT NULL DEFAULT 0,
  is_blocked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, customer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  message_id TEXT,
  reason TEXT,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE requests (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  send_key TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX requests_by_key ON requests (account_id, send_key);

CREATE TABLE faults (
  id INTEGER PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id),
  what TEXT NOT NULL,
  mode TEXT NOT NULL,
  remaining INTEGER,
  until_at INTEGER,
  retry_after_ms INTEGER
) STRICT;

CREATE TABLE delays (
  account_id TEXT NOT NULL,
  what TEXT NOT NULL,
  moment TEXT NOT NULL CHECK (moment IN ('before', 'after')),
  delay_ms INTEGER NOT NULL,
  PRIMARY KEY (account_id, what, moment)
) STRICT, WITHOUT ROWID;

CREATE TABLE due (
  id INTEGER PRIMARY KEY,
  due_at INTEGER NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX due_by_time ON due (due_at);
`;
