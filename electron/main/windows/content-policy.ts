/**
 * Content security policy of the page. Styles need a nonce, because Mantine and CodeMirror write style elements: the page reads it
 * from `<meta property="csp-nonce">`, which main writes anew for each load. Style attributes in markup stay forbidden.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page with the nonce of this load in its head. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace(/<head>/i, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`);

/** Headers of every answer of the app's own scheme. */
export const assetHeaders = (mime: string): Record<string, string> => ({
  'content-type': mime,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
