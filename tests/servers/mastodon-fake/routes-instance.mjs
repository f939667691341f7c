// What the server says about itself; a client reads its limits here.
import { accountView } from './views.mjs';

const VERSION = '4.7.0';

const configuration = (world) => {
  const { limits } = world;
  return {
    urls: {
      streaming: world.baseUrl.replace('http', 'ws'),
      status: null,
      about: `${world.baseUrl}/about`,
      privacy_policy: null,
      terms_of_service: null,
    },
    accounts: {
      max_display_name_length: 30,
      max_note_length: 500,
      max_avatar_description_length: 150,
      max_header_description_length: 150,
      max_featured_tags: 10,
      max_pinned_statuses: 5,
      max_profile_fields: 4,
      profile_field_name_limit: 255,
      profile_field_value_limit: 255,
    },
    statuses: {
      max_characters: limits.maxCharacters,
      max_media_attachments: limits.maxMedia,
      characters_reserved_per_url: limits.charactersPerUrl,
    },
    media_attachments: {
      supported_mime_types: [
        'image/jpeg',
        'image/png',
        'image/gif',
        'image/webp',
        'video/mp4',
        'video/webm',
        'audio/mpeg',
      ],
      description_limit: limits.descriptionLimit,
      image_size_limit: limits.imageBytes,
      image_matrix_limit: 33_177_600,
      video_size_limit: limits.videoBytes,
      video_frame_rate_limit: 120,
      video_matrix_limit: 8_294_400,
    },
    polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
    translation: { enabled: false },
    timelines_access: {
      live_feeds: { local: 'public', remote: 'public' },
      hashtag_feeds: { local: 'public', remote: 'public' },
      trending_link_feeds: { local: 'public', remote: 'public' },
    },
    limited_federation: false,
  };
};

const version2 = ({ world }) => ({
  json: {
    domain: world.domain,
    title: 'Chorale test server',
    version: VERSION,
    source_url: 'https://github.com/mastodon/mastodon',
    description: 'A small server with the Mastodon API for tests.',
    usage: { users: { active_month: world.accounts.size } },
    thumbnail: { url: `${world.baseUrl}/thumbnail.png` },
    icon: [],
    languages: ['en', 'tr'],
    configuration: { ...configuration(world), vapid: { public_key: 'none' } },
    registrations: {
      enabled: false,
      approval_required: false,
      reason_required: false,
      message: null,
      min_age: null,
      url: null,
    },
    api_versions: { mastodon: 7 },
    contact: { email: 'admin@mail.test', account: null },
    rules: [],
  },
});

const version1 = ({ world }) => {
  const contact = [...world.accounts.values()][0];
  return {
    json: {
      uri: world.domain,
      title: 'Chorale test server',
      short_description: 'A small server with the Mastodon API for tests.',
      description: 'A small server with the Mastodon API for tests.',
      email: 'admin@mail.test',
      version: VERSION,
      urls: { streaming_api: world.baseUrl.replace('http', 'ws') },
      stats: { user_count: world.accounts.size, status_count: world.statuses.size, domain_count: 1 },
      thumbnail: null,
      languages: ['en', 'tr'],
      registrations: false,
      approval_required: false,
      invites_enabled: false,
      configuration: configuration(world),
      contact_account: contact === undefined ? null : accountView(world, contact),
      rules: [],
    },
  };
};

export const instanceRoutes = {
  'GET /api/v2/instance': version2,
  'GET /api/v1/instance': version1,
  'GET /health': () => ({ json: { status: 'OK' } }),
};
