import { appError } from '@shared/domain/errors';
import { err, ok } from '@shared/domain/result';
import { toAppError } from '../connectors/core/errors';
import type { ConnectorRegistry } from '../connectors/core/registry';
import { schemaOf, type OperationDescription } from '../contract/describe';
import type { ContributedHandler } from '../contract/handle';
import type { AccountLinks } from '../sync/account-links';

/** Operations that connectors bring, offered only in profiles that have an account of their network. */
export interface Contributions {
  find(operation: string): Promise<ContributedHandler | null>;
  describe(): Promise<readonly OperationDescription[]>;
}

export function createContributions(
  registry: ConnectorRegistry,
  links: AccountLinks,
  isInUse: (network: string) => boolean,
): Contributions {
  return {
    async find(operation) {
      const network = operation.split('.')[0] ?? '';
      const manifest = registry.manifest(network);
      if (!manifest || (manifest.isPublic && !isInUse(network))) return null;
      const connector = await registry.load(network);
      const contributed = connector?.operations?.[operation];
      if (!contributed) return null;
      return {
        access: 'lead',
        async run(input) {
          const parsed = contributed.input.safeParse(input ?? {});
          if (!parsed.success) {
            const [issue] = parsed.error.issues;
            return err(
              appError('validation_failed', `${issue?.path.join('.') ?? 'input'}: ${issue?.message ?? ''}`, {
                reason: 'input',
              }),
            );
          }
          const done = await contributed.run(parsed.data, links.context(network));
          return done.ok ? ok(done.value) : err(toAppError(done.error));
        },
      };
    },
    async describe() {
      const found: OperationDescription[] = [];
      for (const manifest of registry.manifests) {
        if (manifest.isPublic && !isInUse(manifest.id)) continue;
        const connector = await registry.load(manifest.id);
        for (const [name, operation] of Object.entries(connector?.operations ?? {})) {
          found.push({
            name,
            summary: operation.summary,
            access: 'lead',
            input: schemaOf(operation.input, 'input'),
            output: schemaOf(operation.output, 'output'),
          });
        }
      }
      return found;
    },
  };
}
