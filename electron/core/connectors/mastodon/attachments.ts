import { parseEach } from '../core/read-json';
import type { RemoteAttachment } from '../core/types';
import { webAddress } from './people';
import { attachment, type Status } from './schemas';

const byEnding: Readonly<Record<string, string>> = {
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  flac: 'audio/flac',
};

/** The API names no type, so the ending of the address stands in for it until the file itself is fetched. */
const mimeOf = (url: string | null, otherwise: string): string => {
  const ending = /\.([a-z0-9]{2,4})(?:[?#]|$)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  return byEnding[ending] ?? otherwise;
};

/** Files of a status: images and sound as they are, of films the picture that stands for them. */
export const attachmentsOf = ({
  media_attachments: list,
}: Pick<Status, 'media_attachments'>): readonly RemoteAttachment[] =>
  parseEach(attachment, list).items.map(({ id, type, url, preview_url: preview, description }) => {
    const isFilm = type === 'video' || type === 'gifv';
    const address = webAddress(isFilm ? (preview ?? url) : (url ?? preview));
    return {
      remoteId: id,
      url: address,
      mime: mimeOf(address, type === 'audio' ? 'audio/mpeg' : 'image/jpeg'),
      alt: description ?? '',
      sizeBytes: null,
    };
  });
