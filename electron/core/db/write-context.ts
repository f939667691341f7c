/** Who changes what and when; every write of a use case carries the same one into the change log. */
export interface WriteContext {
  /** Null for what the app does by itself (sync). */
  readonly staffId: string | null;
  /** Ms since 1970 UTC. */
  readonly at: number;
  /** One per use case; makes a repeated push of the log safe. */
  readonly opId: string;
}
