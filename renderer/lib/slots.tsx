import { createContext, useContext, type ComponentType } from 'react';

/** Parts of one feature that stand inside another: features do not import each other, so the app hands them in. */
export interface Slots {
  readonly Composer: ComponentType<{ readonly workspaceId: string; readonly conversationId: string }>;
  readonly SearchResults: ComponentType;
}

const SlotContext = createContext<Slots | null>(null);

export const SlotProvider = SlotContext.Provider;

/** The part that the app put into a slot. */
export const useSlot = <Name extends keyof Slots>(name: Name): Slots[Name] => {
  const slots = useContext(SlotContext);
  if (!slots) throw new Error('useSlot needs a SlotProvider above it');
  return slots[name];
};
