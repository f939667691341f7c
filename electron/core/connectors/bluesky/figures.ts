/** The connector's own choices. Times ms. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How far the first pull reaches back. */
export const firstReachMs = 30 * dayMs;

/** Notifications are read again this far behind the newest known one at each run… */
export const overlapMs = 15 * minuteMs;

/** …and this far in a deep run, since the list is ordered by what the authors' clocks said. */
export const deepOverlapMs = dayMs;

/** Time between deep runs. */
export const deepEveryMs = 30 * minuteMs;

/** Known notifications that are remembered to see that one is gone. */
export const rememberedNotifications = 300;

/** Own threads are read again while they are this young, whatever their counters say. */
export const threadWindowMs = 3 * dayMs;

/** Threads read in one pull. */
export const threadsPerPull = 5;

/** Pages of own posts looked through in one run of the threads stream. */
export const authorFeedPages = 4;

/** Levels of answers read below a post. */
export const threadDepth = 10;

/** Conversations whose messages are fetched in one pull of the first run. */
export const convosPerPull = 5;

/** A post dated back by more than this counts as written when the network saw it. */
export const backdatedMs = dayMs;

/** Answers of our own that are read back at most. */
export const ownListed = 50;

export const pageSize = 100;

/** Posts that one getPosts takes. Source: lexicon app.bsky.feed.getPosts. */
export const postsPerCall = 25;

/** Replies that one threadgate can hide. Source: lexicon app.bsky.feed.threadgate. */
export const maxHiddenReplies = 300;

/** Longest free text of a report, graphemes. Source: lexicon com.atproto.moderation.createReport. */
export const maxReportGraphemes = 2_000;
