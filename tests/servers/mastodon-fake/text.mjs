// From what a person types to what the server stores: mentions, HTML, and the length as the server counts it.

const MENTION = /(?<![\w/@])@([a-z0-9_][a-z0-9_.-]*)(?:@([a-z0-9.:-]*[a-z0-9]))?/giu;
const LINK = /https?:\/\/[^\s<]+[^\s<.,;:!?)]/gu;
const HASHTAG = /(?<![\w/&])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;

const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The accounts that a text reaches. */
export const mentionedIn = (world, text) => {
  const found = new Map();
  for (const [, name, domain] of text.matchAll(MENTION)) {
    const account = world.accountByAcct(domain === undefined ? name : `${name}@${domain}`);
    if (account !== undefined) found.set(account.id, account);
  }
  return [...found.values()];
};

export const hashtagsIn = (text) => [...new Set([...text.matchAll(HASHTAG)].map(([, tag]) => tag.toLowerCase()))];

/** The address of an account's page. */
export const accountUrl = (world, account) =>
  account.domain === undefined
    ? `${world.baseUrl}/@${account.username}`
    : `https://${account.domain}/@${account.username}`;

const mentionHtml = (world, account) =>
  `<span class="h-card" translate="no"><a href="${accountUrl(world, account)}" class="u-url mention">@<span>${account.username}</span></a></span>`;

const linkHtml = (address) => {
  const [, scheme, rest] = /^(https?:\/\/)(.*)$/s.exec(address);
  const shown = rest.slice(0, 30);
  const hidden = rest.slice(30);
  return (
    `<a href="${escape(address)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span>` +
    `<span class="${hidden ? 'ellipsis' : ''}">${escape(shown)}</span><span class="invisible">${escape(hidden)}</span></a>`
  );
};

/** The sanitised HTML that clients get. */
export const toHtml = (world, text) => {
  const kept = [];
  const keep = (html) => `\u0000${kept.push(html) - 1}\u0000`;
  const marked = text
    .replace(LINK, (address) => keep(linkHtml(address)))
    .replace(MENTION, (whole, name, domain) => {
      const account = world.accountByAcct(domain === undefined ? name : `${name}@${domain}`);
      return account === undefined ? whole : keep(mentionHtml(world, account));
    })
    .replace(HASHTAG, (_whole, tag) =>
      keep(
        `<a href="${world.baseUrl}/tags/${encodeURIComponent(tag)}" class="mention hashtag" rel="tag">#<span>${escape(tag)}</span></a>`,
      ),
    );
  const paragraphs = escape(marked)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br />')}</p>`);
  // oxlint-disable-next-line no-control-regex
  return paragraphs.join('').replace(/\u0000(\d+)\u0000/g, (_whole, index) => kept[Number(index)]);
};

/** Length in characters: an address counts a fixed number, of a mention only the local part. */
export const countedLength = (world, text, warning = '') => {
  const shortened = text
    .replace(LINK, () => 'x'.repeat(world.limits.charactersPerUrl))
    .replace(MENTION, (_whole, name) => `@${name}`);
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(shortened + warning)].length;
};
