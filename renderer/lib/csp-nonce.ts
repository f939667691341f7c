/** Nonce that the page's content security policy asks of style elements; main writes it into the head. Empty outside the app. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
