import type { z } from 'zod';

/** Who may call: everybody, those who answer, those who set up brands, the owner. Enforced in the core. */
export type Access = 'read' | 'work' | 'lead' | 'owner';

/** One operation of the contract between the core and whoever asks it: window, driver, test. */
export interface OperationSpec {
  readonly summary: string;
  readonly access: Access;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

export type FeatureContract = Readonly<Record<string, OperationSpec>>;
