// Images and films: uploaded, then processed while the client asks again.
import { Refusal, invalid, notFound } from './answers.mjs';
import { mediaView } from './views.mjs';

const KINDS = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/gif': 'gifv',
  'image/webp': 'image',
  'video/mp4': 'video',
  'video/webm': 'video',
  'audio/mpeg': 'audio',
};
const PROCESSING = 206;

const checkDescription = (world, description) => {
  if (description !== undefined && description.length > world.limits.descriptionLimit) {
    throw invalid(`Description is too long (maximum is ${world.limits.descriptionLimit} characters)`);
  }
  return description;
};

const upload = async ({ world, body, viewerId }) => {
  const { file } = body;
  if (typeof file !== 'object' || file === null) throw invalid("File can't be blank");
  const type = KINDS[file.type];
  if (type === undefined) throw invalid('File content type is invalid, File is invalid');
  const bytes = Buffer.from(await file.arrayBuffer());
  const most = type === 'image' ? world.limits.imageBytes : world.limits.videoBytes;
  if (bytes.length > most)
    throw new Refusal(
      422,
      `Validation failed: File file size must be less than or equal to ${Math.floor(most / 1_048_576)} MB`,
    );
  const media = {
    id: world.nextId(),
    accountId: viewerId,
    type,
    mime: file.type,
    bytes,
    description: checkDescription(world, body.description),
    pollsLeft: world.mediaPolls,
  };
  world.media.set(media.id, media);
  return { status: media.pollsLeft > 0 ? 202 : 200, json: mediaView(world, media) };
};

const own = ({ world, params, viewerId }) => {
  const media = world.media.get(params.id);
  if (media === undefined || media.accountId !== viewerId) throw notFound();
  return media;
};

const look = (call) => {
  const media = own(call);
  const isReady = media.pollsLeft === 0;
  if (!isReady) media.pollsLeft -= 1;
  return {
    status: isReady ? 200 : PROCESSING,
    json: mediaView(call.world, isReady ? media : { ...media, pollsLeft: 1 }),
  };
};

export const mediaRoutes = {
  'POST /api/v2/media': { scope: 'write:media', run: upload },
  'GET /api/v1/media/:id': { scope: 'write:media', run: look },
  'PUT /api/v1/media/:id': {
    scope: 'write:media',
    run: (call) => {
      const media = own(call);
      media.description = checkDescription(call.world, call.body.description) ?? media.description;
      return { json: mediaView(call.world, media) };
    },
  },
  'GET /media_files/:id': ({ world, params }) => {
    const media = world.media.get(params.id);
    if (media === undefined) throw notFound();
    return { type: media.mime, bytes: media.bytes };
  },
};
