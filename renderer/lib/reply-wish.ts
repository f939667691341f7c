import { create } from 'zustand';

/** The conversation that the person wants to answer although its composer is not there yet; the composer takes the wish up. */
export const useReplyWish = create<{ readonly conversationId: string | null }>()(() => ({ conversationId: null }));
