import type { AppError } from '@shared/domain/errors';
import type { TFunction } from 'i18next';
import { CoreError } from './core-client';

/** Turns whatever was thrown into an AppError; what is not the core's is our own bug. */
export const asAppError = (thrown: unknown): AppError => {
  if (thrown instanceof CoreError) return thrown.error;
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
};

/** What to tell a person: by reason where we know it, else by code. Never the English text of the core alone. */
export const errorText = (t: TFunction, thrown: unknown): string => {
  const error = asAppError(thrown);
  const keys = error.reason === undefined ? [] : [`errors.reasons.${error.reason}`];
  return t([...keys, `errors.codes.${error.code}`], { ...error.details, defaultValue: error.message });
};

/** Why a reply has not gone out, in words; `reason` is an item's `errorReason`. */
export const sendFailureText = (t: TFunction, reason: string): string =>
  t([`outbox.errors.${reason}`, `errors.reasons.${reason}`, `errors.codes.${reason}`, 'outbox.errors.unknown']);
