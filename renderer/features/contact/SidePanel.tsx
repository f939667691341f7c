import type { Conversation } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@renderer/components/ErrorState';
import { useWorkspace } from '@renderer/hooks/use-agency';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { ContactCard } from './components/ContactCard';
import { ContactNote } from './components/ContactNote';
import { NotesList } from './components/NotesList';
import { OtherConversations } from './components/OtherConversations';
import { Ownership } from './components/Ownership';
import classes from './SidePanel.module.css';

/** Beside the thread: who this is, what was said before, who takes care of it. */
export const SidePanel = () => {
  const { t } = useTranslation();
  const open = useUiState((state) => state.conversation);
  const place = open ?? { workspaceId: '', conversationId: '' };
  const query = useCoreQuery('conversations.get', place, { isEnabled: open !== null });
  return (
    <section className={classes.panel} aria-label={t('contact.panel')}>
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Parts key={query.data.id} conversation={query.data} />}
    </section>
  );
};

const Parts = ({ conversation }: { readonly conversation: Conversation }) => {
  const { workspaceId, contactId } = conversation;
  const query = useCoreQuery('contacts.get', { workspaceId, contactId });
  const workspace = useWorkspace(workspaceId);
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !workspace) return null;
  return (
    <>
      <ContactCard contact={query.data} workspace={workspace} />
      <Ownership conversation={conversation} />
      <ContactNote key={query.data.id} contact={query.data} />
      <OtherConversations conversation={conversation} contact={query.data} workspace={workspace} />
      <NotesList conversation={conversation} workspace={workspace} />
    </>
  );
};
