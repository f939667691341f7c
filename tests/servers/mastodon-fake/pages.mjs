// The pages that a person sees in the browser while signing in.

const escape = (text) =>
  String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const page = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 28rem; margin: 4rem auto; padding: 0 1rem; color: #1c1f26; }
label { display: block; margin-top: 1rem; }
input { font: inherit; width: 100%; padding: 0.5rem; box-sizing: border-box; }
button { font: inherit; margin: 1.5rem 0.5rem 0 0; padding: 0.5rem 1.25rem; }
[role='alert'] { color: #b00020; }
</style>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`;

/** Sign-in and consent on one page; `carried` is the authorization request, sent back with the decision. */
export const consentPage = (world, app, scopes, carried, problem) =>
  page(
    'Authorization required',
    `${problem === undefined ? '' : `<p role="alert">${escape(problem)}</p>`}
<p><strong>${escape(app.name)}</strong> would like to use your account on ${escape(world.domain)}: ${escape(scopes.join(', '))}.</p>
<form method="post" action="/oauth/authorize">
${Object.entries(carried)
  .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
  .join('\n')}
<label>Account<input name="username" autocomplete="username" required></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<button name="decision" value="authorize">Authorize</button>
<button name="decision" value="deny" formnovalidate>Deny</button>
</form>`,
  );

export const codePage = (code) =>
  page(
    'Authorization code',
    `<p>Copy this code and paste it to the application.</p>\n<code id="code">${escape(code)}</code>`,
  );

export const messagePage = (text) => page('Sign-in', `<p>${escape(text)}</p>`);
