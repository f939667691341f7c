import { conversationKey } from './triage-target';
import { useUiState, type OpenConversation } from './ui-state';

/** After the open conversation was dealt with: opens the next one of the list, or the one before at its end, or none. */
export const advanceFrom = (dealtWith: readonly OpenConversation[]): void => {
  const { conversation, listOrder, openConversation, closeConversation } = useUiState.getState();
  if (conversation === null) return;
  const gone = new Set(dealtWith.map(conversationKey));
  if (!gone.has(conversationKey(conversation))) return;
  const index = listOrder.findIndex((each) => conversationKey(each) === conversationKey(conversation));
  const isLeft = (place: OpenConversation): boolean => !gone.has(conversationKey(place));
  const next =
    index < 0 ? undefined : (listOrder.slice(index + 1).find(isLeft) ?? listOrder.slice(0, index).findLast(isLeft));
  if (next) openConversation(next);
  else closeConversation();
};
