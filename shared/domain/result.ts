import type { AppError } from './errors';

/** Outcome of anything that can fail in a foreseen way; thrown errors lose their code across process borders. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps an error as a failure. */
export const err = (error: AppError): Result<never> => ({ ok: false, error });
