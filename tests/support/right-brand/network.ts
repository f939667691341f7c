import { z } from 'zod';

/** A message of a brand, as the practice network holds it. */
export interface ReceivedMessage {
  readonly messageId: string;
  /** Handle of the account that the network took it from. */
  readonly account: string;
  /** Handle of the account whose conversation it stands in. */
  readonly conversationAccount: string;
  readonly conversationId: string;
  readonly customer: string;
  readonly text: string;
  readonly key: string | null;
  readonly timesApplied: number;
}

const received = z.object({
  messages: z.array(
    z.object({
      messageId: z.string(),
      account: z.string(),
      conversationAccount: z.string(),
      conversationId: z.string(),
      customer: z.string(),
      text: z.string(),
      key: z.string().nullable(),
      timesApplied: z.number(),
      via: z.string(),
    }),
  ),
});
const written = z.object({ conversationId: z.string(), messageId: z.string() });

/** Anything that runs the operations of the practice network. */
export interface Steering {
  steer(operation: string, input?: unknown): Promise<unknown>;
}

/** What the network took through Chorale, oldest first; sample history is left out. */
export async function receivedBy(steering: Steering, sinceMs = 0): Promise<readonly ReceivedMessage[]> {
  const all = received.parse(await steering.steer('sandbox.received', { sinceMs, limit: 100_000 }));
  return all.messages.filter((message) => message.via === 'connector');
}

export interface Writing {
  readonly account: string;
  readonly customer: string;
  readonly customerName?: string;
  readonly text: string;
  readonly kind?: 'direct' | 'comment' | 'mention' | 'review';
  readonly conversationId?: string;
}

/** A customer writes; answers the network's own id of the conversation. */
export async function customerWrites(steering: Steering, writing: Writing): Promise<string> {
  return written.parse(await steering.steer('sandbox.writeAs', writing)).conversationId;
}
