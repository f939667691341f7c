import { measureText } from '@shared/domain/text-counter';
import type { TextLimit } from '@shared/domain/manifest';
import { Menu } from '@mantine/core';
import { IconChevronDown, IconMoodSmile, IconNote, IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/components/IconButton';
import { Kbd } from '@renderer/components/Kbd';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useFormat } from '@renderer/lib/use-format';
import type { Attachments } from '../hooks/use-attachments';
import { useDraftValue } from '../hooks/use-draft';
import type { DraftSession } from '../model/draft-session';
import classes from './ComposerTools.module.css';

const EmojiPicker = lazy(() => import('../emoji/EmojiPicker').then((part) => ({ default: part.EmojiPicker })));

export interface ComposerToolsProps {
  readonly session: DraftSession;
  readonly limits: readonly TextLimit[];
  readonly images: Attachments;
  readonly mayWrite: boolean;
  readonly canSend: boolean;
  readonly isTooLong: boolean;
  /** The reply will wait: the button says "Queue". */
  readonly isQueued: boolean;
  readonly isSending: boolean;
  readonly onInsert: (text: string) => void;
  readonly onNote: () => void;
  readonly onSend: (resolve: boolean) => void;
}

/** The foot of the composer: tools at the left, counters and Send at the right. */
export const ComposerTools = (props: ComposerToolsProps) => {
  const { session, limits, images, mayWrite, canSend, isTooLong, isQueued, isSending, onInsert, onNote, onSend } =
    props;
  const { t } = useTranslation();
  const mayNote = useMayWork();
  return (
    <div className={classes.foot}>
      <EmojiButton isOff={!mayWrite} onInsert={onInsert} />
      {images.limits !== null && (
        <IconButton label={t('composer.attach')} disabled={!mayWrite || images.isFull} onClick={images.pick}>
          <IconPhoto size={17} aria-hidden="true" />
        </IconButton>
      )}
      {mayNote && (
        <button type="button" className={classes.tool} aria-keyshortcuts="n" onClick={onNote}>
          <IconNote size={15} aria-hidden="true" /> {t('composer.note')} <Kbd keys="n" />
        </button>
      )}
      <SaveState session={session} />
      <Counters session={session} limits={limits} />
      <span className={classes.send}>
        <button
          type="button"
          className={classes.main}
          aria-keyshortcuts="Control+Enter"
          disabled={!canSend}
          aria-busy={isSending}
          title={isTooLong ? t('composer.tooLong') : undefined}
          onClick={() => onSend(false)}
        >
          {t(isQueued ? 'composer.queue' : 'composer.send')} <Kbd keys="$mod+Enter" />
        </button>
        <Menu position="top-end" width={240}>
          <Menu.Target>
            <button type="button" className={classes.rest} aria-label={t('composer.moreSend')} disabled={!canSend}>
              <IconChevronDown size={14} aria-hidden="true" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item rightSection={<Kbd keys="$mod+Shift+Enter" />} onClick={() => onSend(true)}>
              {t(isQueued ? 'composer.queueResolve' : 'composer.sendResolve')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </div>
  );
};

interface EmojiButtonProps {
  readonly isOff: boolean;
  readonly onInsert: (text: string) => void;
}

const EmojiButton = ({ isOff, onInsert }: EmojiButtonProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className={classes.emoji}>
      <IconButton
        ref={button}
        label={t('composer.emoji')}
        disabled={isOff}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconMoodSmile size={17} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Suspense fallback={null}>
          <EmojiPicker
            anchor={button}
            onPick={(emoji) => {
              setOpen(false);
              onInsert(emoji);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </span>
  );
};

const SaveState = ({ session }: { readonly session: DraftSession }) => {
  const { t } = useTranslation();
  const save = useDraftValue(session, (snapshot) => snapshot.save);
  const hasDraft = useDraftValue(session, (snapshot) => snapshot.draft !== null || snapshot.text !== '');
  const text =
    !hasDraft || save === 'loading' || save === 'failed'
      ? ''
      : t(save === 'saved' ? 'composer.saved' : 'composer.saving');
  return <span className={classes.saved}>{text}</span>;
};

/** Use of every limit, in the network's own units. */
const Counters = ({ session, limits }: { readonly session: DraftSession; readonly limits: readonly TextLimit[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useDraftValue(session, (snapshot) => snapshot.text);
  return (
    <span className={classes.counters}>
      {measureText(text, limits).map(({ unit, used, max }) => {
        const isOver = used > max;
        return (
          <span
            key={unit}
            className={classes.counter}
            data-over={isOver || undefined}
            title={t(`composer.units.${unit}`)}
          >
            <span className={classes.hidden}>{t(isOver ? 'composer.overLabel' : 'composer.usedLabel')} </span>
            {format.number(used)} / {format.number(max)}
            {limits.length > 1 && unit !== 'grapheme' && <> {t(`composer.unitNames.${unit}`)}</>}
          </span>
        );
      })}
    </span>
  );
};
