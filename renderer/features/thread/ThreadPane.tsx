import { useTranslation } from 'react-i18next';
import { Kbd } from '@renderer/components/Kbd';
import { useLayoutMode } from '@renderer/hooks/use-layout-mode';
import { useCommands } from '@renderer/lib/commands';
import { conversationKey } from '@renderer/lib/triage-target';
import { useUiState } from '@renderer/lib/ui-state';
import { Thread } from './components/Thread';
import classes from './ThreadPane.module.css';

/** The open conversation, or what to press while none is open. */
export const ThreadPane = () => {
  const { t } = useTranslation();
  const conversation = useUiState((state) => state.conversation);
  const isSingle = useLayoutMode() === 'single';
  return (
    <section className={classes.pane} aria-label={t('thread.label')}>
      {isSingle && <WalkKeys />}
      {conversation === null ? <Nothing /> : <Thread key={conversationKey(conversation)} place={conversation} />}
    </section>
  );
};

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['/', 'search'],
  ['?', 'allKeys'],
] as const;

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing}>
      <p className={classes.title}>{t('thread.choose')}</p>
      <dl className={classes.keys}>
        {keys.map(([key, what]) => (
          <div key={key} className={classes.key}>
            <dt>
              <Kbd keys={key} />
            </dt>
            <dd>{t(`thread.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

/** In a narrow window the list is away while a thread is open: J and K walk its last order. */
const WalkKeys = () => {
  const order = useUiState((state) => state.listOrder);
  const open = useUiState((state) => state.conversation);
  const openConversation = useUiState((state) => state.openConversation);
  const index = open === null ? -1 : order.findIndex((each) => conversationKey(each) === conversationKey(open));
  const step = (by: number) => () => {
    const next = order[index + by];
    if (next) openConversation(next);
  };
  const isOpen = (): boolean => index >= 0;
  useCommands([
    { id: 'desk.next', titleKey: 'thread.keys.next', group: 'navigate', keys: ['j'], when: isOpen, run: step(1) },
    {
      id: 'desk.previous',
      titleKey: 'thread.keys.previous',
      group: 'navigate',
      keys: ['k'],
      when: isOpen,
      run: step(-1),
    },
  ]);
  return null;
};
