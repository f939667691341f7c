/** The connector's own choices. Times ms. */

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How far the first pull reaches back. */
export const firstReachMs = 30 * dayMs;

/** Notifications asked for in one page; the server gives 80 at most. Source: API methods/notifications, read 2025-11. */
export const notificationPage = 40;
export const largestNotificationPage = 80;

/** Conversations and statuses asked for in one page; the server gives 40 at most. Source: as above. */
export const listPage = 40;

/**
 * From this many entries on, a page of "the oldest above this id" is checked against a server that gives the newest instead
 * (seen on snac 2.75). Smaller pages are never the limit of a server.
 */
export const suspectPage = 15;

/** Threads read around new messages in one pull: what is left follows with the next, so that no pull outgrows the rate budget. */
export const threadsPerPull = 6;

/** Own statuses are looked through in so many pages of one run. */
export const ownPages = 4;

/** Own first posts that are this young are read again at each run, whatever their counters say… */
export const youngPostMs = dayMs;

/** …but no more of them than this. */
export const youngPostsPerRun = 10;

/** Recent messages are looked at again for edits and deletions, at most this often… */
export const lookEveryMs = 10 * secondMs;

/** …as many of them as one page of notifications holds… */
export const rememberedMessages = 80;

/** …and so many that vanished are asked for one by one. */
export const vanishedPerRun = 20;

/** Conversations whose last state is remembered. */
export const rememberedConversations = 1_000;

/** Answers of our own that are read back at most. */
export const ownListed = 50;

/** An image is waited for this long while the server processes it, asked again in growing steps. */
export const mediaWaitMs = minuteMs;
export const mediaPollMs = { first: 250, most: 3 * secondMs } as const;

/** Pause before the event stream is opened again. */
export const streamBackoff = { baseMs: 2 * secondMs, maxMs: 5 * minuteMs } as const;

/** A stream that held this long counts as good: the pauses start from the beginning. */
export const streamSteadyMs = minuteMs;

/** Largest event of the stream that is kept while its end is awaited, UTF-16 units. */
export const maxStreamEvent = 4 * 1024 * 1024;

/** Longest comment of a report, characters. Source: API methods/reports, read 2025-11. */
export const maxReportLength = 1_000;

/** People whom one answer names at most: what a message of hostile length would make us keep and repeat. */
export const maxRecipients = 25;

/** A marker that somebody else moved at the same moment is set again this often. */
export const markerTries = 3;
