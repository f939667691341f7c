import type { DraftAttachment } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { IconPhoto, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/components/IconButton';
import { fromBase64, isShowable, readImageSize } from '@renderer/lib/image-size';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import type { Attachments } from '../hooks/use-attachments';
import { useDraftValue } from '../hooks/use-draft';
import type { DraftSession } from '../model/draft-session';
import classes from './AttachmentTray.module.css';

export interface AttachmentTrayProps {
  readonly session: DraftSession;
  readonly images: Attachments;
  readonly workspaceId: string;
  readonly isReadOnly: boolean;
}

const none: readonly DraftAttachment[] = [];

/** Images of the draft, each with its description for those who do not see it. */
export const AttachmentTray = ({ session, images, workspaceId, isReadOnly }: AttachmentTrayProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attachments = useDraftValue(session, (snapshot) => snapshot.draft?.attachments ?? none);
  const { limits, problem } = images;
  if (attachments.length === 0 && problem === null && !images.isBusy) return null;
  return (
    <div className={classes.tray}>
      {attachments.map((attachment) => (
        <Item
          key={attachment.id}
          attachment={attachment}
          images={images}
          workspaceId={workspaceId}
          isReadOnly={isReadOnly}
        />
      ))}
      {images.isBusy && <p className={classes.hint}>{t('composer.images.adding')}</p>}
      {problem !== null && limits !== null && (
        <p className={classes.problem} role="alert">
          {t(`composer.images.${problem}`, { count: limits.maxCount, size: format.bytes(limits.maxBytes) })}
        </p>
      )}
    </div>
  );
};

interface ItemProps {
  readonly attachment: DraftAttachment;
  readonly images: Attachments;
  readonly workspaceId: string;
  readonly isReadOnly: boolean;
}

/** Rest after a key before the description is saved, ms. */
const restMs = 400;

const Item = ({ attachment, images, workspaceId, isReadOnly }: ItemProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [alt, setAlt] = useState(attachment.alt);
  const { setAlt: saveAlt, limits } = images;
  const { id, alt: savedAlt } = attachment;
  useEffect(() => {
    if (alt === savedAlt) return;
    const timer = setTimeout(() => saveAlt(id, alt), restMs);
    return () => clearTimeout(timer);
  }, [alt, id, saveAlt, savedAlt]);
  const flush = (): void => {
    if (alt !== savedAlt) saveAlt(id, alt);
  };
  const name = displayLine(attachment.name) || t('composer.images.unnamed');
  return (
    <div className={classes.item}>
      <Thumbnail attachmentId={id} workspaceId={workspaceId} />
      <label className={classes.field}>
        <span className={classes.label}>
          {t('composer.images.alt')} · {name} · {format.bytes(attachment.sizeBytes)}
        </span>
        <input
          type="text"
          className={classes.input}
          value={alt}
          readOnly={isReadOnly}
          maxLength={limits?.maxAltLength ?? 1000}
          placeholder={t('composer.images.altPlaceholder')}
          onChange={(event) => setAlt(event.currentTarget.value)}
          onBlur={flush}
        />
      </label>
      <IconButton label={t('composer.images.remove', { name })} disabled={isReadOnly} onClick={() => images.remove(id)}>
        <IconX size={15} aria-hidden="true" />
      </IconButton>
    </div>
  );
};

const Thumbnail = ({ attachmentId, workspaceId }: { readonly attachmentId: string; readonly workspaceId: string }) => {
  const base64 = useCoreQuery('messages.media', { workspaceId, attachmentId }).data?.base64;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (base64 === undefined) return;
    const bytes = fromBase64(base64);
    const size = readImageSize(bytes);
    if (!isShowable(size)) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: size.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [base64]);
  if (url !== null) return <img src={url} alt="" className={classes.thumbnail} />;
  return (
    <span className={classes.thumbnail}>
      <IconPhoto size={18} aria-hidden="true" />
    </span>
  );
};
