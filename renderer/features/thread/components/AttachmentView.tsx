import type { Attachment } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { Modal } from '@mantine/core';
import { IconFile, IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@renderer/lib/error-text';
import { fromBase64, isShowable, readImageSize, type ImageSize } from '@renderer/lib/image-size';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import classes from './AttachmentView.module.css';

export interface AttachmentViewProps {
  readonly attachment: Attachment;
  readonly workspaceId: string;
}

/** An attachment: images from this machine only, by their bytes and never by their name; everything else as a line. */
export const AttachmentView = ({ attachment, workspaceId }: AttachmentViewProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (!attachment.isAvailable) return <Line icon="none" text={t('thread.media.missing')} alt={attachment.alt} />;
  if (!attachment.mime.startsWith('image/')) {
    return (
      <Line icon="file" text={`${attachment.mime} · ${format.bytes(attachment.sizeBytes)}`} alt={attachment.alt} />
    );
  }
  return <Picture attachment={attachment} workspaceId={workspaceId} />;
};

interface LineProps {
  readonly icon: 'file' | 'none';
  readonly text: string;
  readonly alt: string;
}

const Line = ({ icon, text, alt }: LineProps) => (
  <p className={classes.line}>
    {icon === 'file' ? <IconFile size={15} aria-hidden="true" /> : <IconPhotoOff size={15} aria-hidden="true" />}
    <span>
      {text}
      {alt !== '' && (
        <>
          {' '}
          · <bdi>{displayLine(alt)}</bdi>
        </>
      )}
    </span>
  </p>
);

interface Decoded {
  readonly url: string;
  readonly size: ImageSize;
}

/** A blob of this window from the bytes; null while there are none, `refused` where they are no image that we decode. */
const useBlob = (base64: string | undefined): Decoded | 'refused' | null => {
  const [decoded, setDecoded] = useState<Decoded | 'refused' | null>(null);
  useEffect(() => {
    if (base64 === undefined) return;
    const bytes = fromBase64(base64);
    const size = readImageSize(bytes);
    if (!isShowable(size)) {
      setDecoded('refused');
      return;
    }
    const url = URL.createObjectURL(new Blob([bytes], { type: size.type }));
    setDecoded({ url, size });
    return () => URL.revokeObjectURL(url);
  }, [base64]);
  return decoded;
};

/** Widest and highest that a picture is in the thread, px. */
const box = { width: 320, height: 240 } as const;

const Picture = ({ attachment, workspaceId }: AttachmentViewProps) => {
  const { t } = useTranslation();
  const [isLarge, setLarge] = useState(false);
  const query = useCoreQuery('messages.media', { workspaceId, attachmentId: attachment.id });
  const decoded = useBlob(query.data?.base64);
  const alt = displayLine(attachment.alt);
  if (query.isError) return <Line icon="none" text={errorText(t, query.error)} alt={attachment.alt} />;
  if (decoded === 'refused') return <Line icon="none" text={t('thread.media.refused')} alt={attachment.alt} />;
  const scale = decoded === null ? 1 : Math.min(1, box.width / decoded.size.width, box.height / decoded.size.height);
  const style = decoded === null ? box : { width: decoded.size.width * scale, height: decoded.size.height * scale };
  const label = alt === '' ? t('thread.media.noAlt') : alt;
  return (
    <>
      <button
        type="button"
        className={classes.picture}
        style={style}
        aria-label={t('thread.media.enlarge', { alt: label })}
        onClick={() => setLarge(true)}
      >
        {decoded && <img src={decoded.url} alt={label} className={classes.image} draggable={false} />}
      </button>
      {alt !== '' && <span className={classes.alt}>{alt}</span>}
      {decoded && (
        <Modal
          opened={isLarge}
          onClose={() => setLarge(false)}
          size="auto"
          title={label}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <img src={decoded.url} alt={label} className={classes.large} />
        </Modal>
      )}
    </>
  );
};
