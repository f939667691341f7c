// Gets a token for each account of the server by the authorization code flow, as a browser and an app would together.
import { askJson } from '../host/http.mjs';

const REDIRECT = 'http://127.0.0.1:9/callback';
const SCOPES = 'read write follow';

const hiddenFields = (html) => {
  const form = /<form\b[\s\S]*?<\/form>/i.exec(html)?.[0] ?? '';
  const value = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  const fields = [...form.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => [value(tag, 'name'), value(tag, 'value') ?? '']);
  return {
    action: value(form, 'action') ?? '',
    fields: Object.fromEntries(fields.filter(([name]) => name !== undefined)),
  };
};

/** A token with all rights. */
export const signIn = async (baseUrl, name, password) => {
  const app = await askJson('POST', `${baseUrl}/api/v1/apps`, {
    form: { client_name: 'test clients', redirect_uris: REDIRECT, scopes: SCOPES },
  });
  const asked = { response_type: 'code', client_id: app.client_id, redirect_uri: REDIRECT, scope: SCOPES };
  const page = `${baseUrl}/oauth/authorize?${new URLSearchParams(asked)}`;
  const { action, fields } = hiddenFields(await (await fetch(page)).text());
  const sent = await fetch(new URL(action, page), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, login: name, passwd: password }),
  });
  const back = sent.headers.get('location');
  if (back === null) throw new Error(`signing in as ${name} answered ${sent.status}`);
  const code = new URL(back).searchParams.get('code');
  const { client_id, client_secret } = app;
  const token = await askJson('POST', `${baseUrl}/oauth/token`, {
    form: { grant_type: 'authorization_code', client_id, client_secret, redirect_uri: REDIRECT, code, scope: SCOPES },
  });
  return token.access_token;
};
