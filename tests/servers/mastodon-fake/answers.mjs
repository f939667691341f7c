// The refusals of the server, in its own words.

/** Thrown by a route; becomes the answer. */
export class Refusal extends Error {
  constructor(status, body, headers = {}) {
    super(typeof body === 'string' ? body : body.error);
    this.status = status;
    this.body = typeof body === 'string' ? { error: body } : body;
    this.headers = headers;
  }
}

export const notFound = () => new Refusal(404, 'Record not found');
export const invalid = (text) => new Refusal(422, `Validation failed: ${text}`);
export const oauthError = (status, error, description) =>
  new Refusal(status, { error, error_description: description });
