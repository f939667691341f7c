import type { AppError } from '../domain/errors';

/** A call, as it crosses a port, a socket or a line of the driver. */
export interface WireCall {
  readonly id: number | string;
  readonly op: string;
  readonly input: unknown;
  /** Staff member who acts; the owner of this installation where absent. */
  readonly as?: string;
}

export type WireAnswer =
  | { readonly id: number | string; readonly ok: true; readonly value: unknown }
  | { readonly id: number | string; readonly ok: false; readonly error: AppError };

export interface WireEvent {
  readonly event: string;
  readonly payload: unknown;
}
