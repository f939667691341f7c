/** Every figure of sync and outbox that is ours to choose. Times are ms. */

/** Streams that are pulled at the same time, over all accounts. */
export const maxParallelAccounts = 4;
/** Pages of one stream in one go; the rest follows after other accounts had their turn. */
export const maxPagesPerTurn = 25;
/** An account with an event in this time counts as busy and is polled more often. */
export const busyForMs = 30 * 60_000;
/** A jump of the wall clock against the monotonic one that counts as sleep. */
export const sleepJumpMs = 30_000;
/** After sleep or return of the network the accounts start spread over this time. */
export const resumeSpreadMs = 3_000;
/** Messages older than this raise no notification. */
export const notifyForMs = 60 * 60_000;
/** Limits of servers are read again after this time. */
export const capabilitiesAgeMs = 24 * 60 * 60_000;
/** Readings of a thread before an item of unknown outcome is left to a person. */
export const maxSettleChecks = 3;
/** Safety margin at the end of a key's life: later, the key is not trusted any more. */
export const keyMarginMs = 5 * 60_000;
/** Attachments up to this size are fetched by themselves; larger ones when a person opens them. */
export const maxEagerMediaBytes = 5 * 1024 * 1024;
/** Largest attachment that is kept. */
export const maxMediaBytes = 20 * 1024 * 1024;
