import { contract } from '@shared/contract';
import { z } from 'zod';

export interface OperationDescription {
  readonly name: string;
  readonly summary: string;
  readonly access: string;
  readonly input: unknown;
  readonly output: unknown;
}

/** JSON Schema of one shape, draft 2020-12; `io` input leaves fields with defaults optional. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

/** Every operation of the contract with the JSON Schema of its input and output. */
export const describeContract = (): readonly OperationDescription[] =>
  Object.entries(contract).map(([name, spec]) => ({
    name,
    summary: spec.summary,
    access: spec.access,
    input: schemaOf(spec.input, 'input'),
    output: schemaOf(spec.output, 'output'),
  }));
