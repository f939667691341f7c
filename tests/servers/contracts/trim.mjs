// Makes `mastodon.openapi.json` from the whole published file: node trim.mjs PUBLISHED.json > mastodon.openapi.json
// Keeps what the fake serves and what that refers to, drops all prose and examples, and mends what SOURCES.md names.
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';

const KEPT = [
  /^\/api\/v1\/apps$/,
  /^\/oauth\/(token|revoke)$/,
  /^\/\.well-known\/oauth-authorization-server$/,
  /^\/api\/v[12]\/instance$/,
  /^\/api\/v1\/accounts\/(verify_credentials|lookup|search|relationships)$/,
  /^\/api\/v1\/accounts\/\{id\}(\/(statuses|follow|unfollow|mute|unmute|block|unblock))?$/,
  /^\/api\/v1\/(mutes|blocks|reports|markers)$/,
  /^\/api\/v1\/statuses$/,
  /^\/api\/v1\/statuses\/\{id\}(\/(context|history|source|favourite|unfavourite|favourited_by|reblog|unreblog|mute|unmute))?$/,
  /^\/api\/v1\/timelines\/(home|public|tag\/\{hashtag\})$/,
  /^\/api\/v1\/conversations(\/\{id\}(\/(read|unread))?)?$/,
  /^\/api\/v1\/notifications(\/.*)?$/,
  /^\/api\/v2\/notifications\/policy$/,
  /^\/api\/v1\/media\/\{id\}$/,
  /^\/api\/v2\/search$/,
];
const PROSE = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'links',
  'tags',
  'operationId',
  'x-logo',
]);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Drops prose, but never a property that happens to be called so: those are schemas inside `properties`. */
const withoutProse = (value, insideProperties = false) => {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => insideProperties || !PROSE.has(key))
      .map(([key, item]) => [key, withoutProse(item, key === 'properties' || key === 'schemas')]),
  );
};
const each = (value, act) => {
  if (Array.isArray(value)) for (const item of value) each(item, act);
  else if (isObject(value)) {
    act(value);
    for (const item of Object.values(value)) each(item, act);
  }
};
const refsOf = (value) => {
  const refs = new Set();
  each(value, (node) => typeof node.$ref === 'string' && refs.add(node.$ref));
  return refs;
};

const published = JSON.parse(readFileSync(argv[2], 'utf8'));
const document = withoutProse(published);
document.info = { title: published.info.title, version: published.info.version, license: published.info.license };
document.paths = Object.fromEntries(
  Object.entries(document.paths).filter(([path]) => KEPT.some((pattern) => pattern.test(path))),
);

for (const operations of Object.values(document.paths)) {
  for (const operation of Object.values(operations)) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in === 'header' && parameter.schema?.type === 'object') parameter.schema = { type: 'string' };
      if (parameter.in === 'query' && parameter.schema?.type === 'array')
        Object.assign(parameter, { name: `${parameter.name}[]`, explode: true });
    }
    const json = operation.requestBody?.content?.['application/json'];
    if (json !== undefined) operation.requestBody.content['application/x-www-form-urlencoded'] = json;
  }
}
each(document, (node) => {
  if (Array.isArray(node.enum)) node.enum = [...new Set(node.enum)];
});
const registration = document.paths['/api/v1/apps'].post.requestBody.content['application/json'].schema.properties;
registration.redirect_uris = { oneOf: [{ type: 'string' }, registration.redirect_uris] };

document.paths['/api/v1/statuses'].post.requestBody.content['application/json'].schema = {
  anyOf: document.paths['/api/v1/statuses'].post.requestBody.content['application/json'].schema.oneOf,
};
const policy = document.components.schemas.NotificationPolicy.properties;
const { summary: _summary, ...settings } = policy;
const policyBody = { schema: { type: 'object', properties: settings, additionalProperties: false } };
document.paths['/api/v2/notifications/policy'].patch.requestBody = {
  content: { 'application/json': policyBody, 'application/x-www-form-urlencoded': policyBody },
};

const kept = { securitySchemes: document.components.securitySchemes };
const pending = [...refsOf(document.paths)];
for (const ref of pending) {
  const [, , kind, name] = ref.split('/');
  if (kept[kind]?.[name] !== undefined) continue;
  kept[kind] = { ...kept[kind], [name]: document.components[kind][name] };
  pending.push(...refsOf(document.components[kind][name]));
}
document.components = kept;
stdout.write(
  `${JSON.stringify({ openapi: document.openapi, info: document.info, security: document.security, paths: document.paths, components: document.components }, null, 1)}\n`,
);
