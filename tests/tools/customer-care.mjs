// Turns the customer-care conversations (Twitter Conversations Dataset for Conversational Document Prediction, Apache-2.0)
// into the JSON Lines that Chorale imports: node tests/tools/customer-care.mjs IN.json OUT.jsonl
import { readFileSync, writeFileSync } from 'node:fs';

/** Ids of that network carry their time: the upper bits are ms since this moment. */
const snowflakeEpochMs = 1_288_834_974_657n;
export const timeOfId = (id) => Number((BigInt(id) >> 22n) + snowflakeEpochMs);

/** One conversation as a line. Two conversations may share tweets: each keeps its own copy, its key holds the session. */
export function toLine(conversation) {
  const { company, sessionID } = conversation.dialogHeader;
  const turns = conversation.dialogContent;
  // A turn under `client1` is a third party's who joined in; the contact is the one the conversation is with.
  const contact =
    turns.find((turn) => turn.client !== undefined)?.client ?? turns.find((turn) => turn.client1)?.client1;
  const messages = turns.map((turn) => {
    const isBrand = turn.agent !== undefined;
    const name = turn.agent ?? turn.client ?? turn.client1;
    return {
      id: turn.tweet_ID,
      from: isBrand ? 'brand' : 'customer',
      author: { handle: name },
      text: turn.message,
      at: turn.datetime ?? timeOfId(turn.tweet_ID),
    };
  });
  const closing = conversation.agentURL;
  if (closing?.url_utterance && !messages.some((message) => message.id === closing.tweet_ID)) {
    messages.push({
      id: closing.tweet_ID,
      from: 'brand',
      author: { handle: company },
      text: closing.url_utterance,
      at: timeOfId(closing.tweet_ID),
    });
  }
  return {
    workspace: { name: company },
    account: { network: 'x', handle: company },
    conversation: { id: sessionID, kind: 'mention', contact: { handle: contact } },
    messages,
  };
}

export const convert = (conversations) =>
  conversations.map((conversation) => `${JSON.stringify(toLine(conversation))}\n`).join('');

if (process.argv[1] === import.meta.filename) {
  const [, , from, to] = process.argv;
  if (!from || !to) throw new Error('usage: node tests/tools/customer-care.mjs IN.json OUT.jsonl');
  writeFileSync(to, convert(JSON.parse(readFileSync(from, 'utf8'))));
}
