// Reads back from the servers what brands say, and tells of each answer once.
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 1_500;

/** Calls `tell` for every answer that was not there before; a server that is away is asked again later. */
export const watchAnswers = async (people, tell) => {
  const known = new Set();
  let isFirst = true;
  const look = async () => {
    for (const brand of people.brands) {
      for (const words of await people.wordsOf(brand)) {
        if (known.has(words.id)) continue;
        known.add(words.id);
        if (!isFirst && words.isAnswer) tell(brand, words);
      }
    }
    isFirst = false;
  };
  for (;;) {
    await look().catch(() => {});
    await pause(LOOK_EVERY_MS);
  }
};
