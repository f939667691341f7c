// The memory of the chat service: conversations of two, their messages, and each member's log of what happened.

const REV_ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/** Sortable ids in the form that the AT Protocol uses for time ids; never the same twice, always growing. */
const createRevs = () => {
  let last = 0n;
  return () => {
    const now = BigInt(Date.now()) * 1_000n;
    last = now > last ? now : last + 1n;
    let rest = last << 10n;
    let text = '';
    for (let place = 0; place < 13; place += 1) {
      text = REV_ALPHABET[Number(rest & 31n)] + text;
      rest >>= 5n;
    }
    return text;
  };
};

const key = (members) => members.toSorted().join(' ');

/** Everything that the routes need; a convo is found only by those who are in it. */
export const createChatStore = () => {
  const convos = new Map();
  const logs = new Map();
  const nextRev = createRevs();

  const record = (convo, dids, type, more = {}) => {
    const rev = nextRev();
    convo.rev = rev;
    for (const did of dids) {
      const log = logs.get(did) ?? [];
      log.push({ $type: `chat.bsky.convo.defs#${type}`, rev, convoId: convo.id, ...more });
      logs.set(did, log);
    }
    return rev;
  };

  return {
    nextRev,
    record,
    all: () => [...convos.values()],
    find: (id, did) => {
      const convo = convos.get(id);
      return convo?.members.has(did) && !convo.members.get(did).left ? convo : undefined;
    },
    withMembers: (dids) => [...convos.values()].find((convo) => key([...convo.members.keys()]) === key(dids)),
    begin: (starter, dids) => {
      const id = nextRev();
      const state = (did) => ({
        status: did === starter ? 'accepted' : 'request',
        muted: false,
        unread: 0,
        left: false,
      });
      const convo = { id, rev: id, members: new Map(dids.map((did) => [did, state(did)])), messages: [] };
      convos.set(id, convo);
      record(convo, dids, 'logBeginConvo');
      return convo;
    },
    logSince: (did, cursor) => (logs.get(did) ?? []).filter((event) => cursor === undefined || event.rev > cursor),
  };
};
