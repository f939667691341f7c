import type { OutputOf } from '@shared/contract';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { toAppError } from '../../connectors/core/errors';
import type { ConnectorRegistry } from '../../connectors/core/registry';
import type { AccountLinks } from '../../sync/account-links';
import type { ChannelService } from '../channels/channel-service';
import type { Caller } from '../deps';
import type { WorkspaceService } from '../workspaces/workspace-service';

/** The installation as a whole. */
export interface AgencyService {
  get(caller: Caller): OutputOf<'agency.get'>;
  /** Makes the workspaces of a sample agency and connects their accounts; again, completes it. Errors: those of sign-in. */
  openSample(caller: Caller): Promise<Result<{ workspaceIds: string[] }>>;
}

export interface AgencyOptions {
  readonly workspaces: WorkspaceService;
  readonly channels: ChannelService;
  readonly registry: ConnectorRegistry;
  readonly links: AccountLinks;
  /** What changes by itself: keychain, storage, connection. */
  readonly state: () => Omit<OutputOf<'agency.get'>, 'isEmpty' | 'hasSample' | 'actingStaff'>;
}

export function createAgencyService({ workspaces, channels, registry, links, state }: AgencyOptions): AgencyService {
  return {
    get(caller) {
      const records = workspaces.active();
      return {
        ...state(),
        isEmpty: records.length === 0,
        hasSample: records.some((record) => record.isSample),
        actingStaff: caller.staff,
      };
    },
    async openSample(caller) {
      for (const manifest of registry.manifests) {
        const connector = await registry.load(manifest.id);
        if (!connector?.sample) continue;
        const brands = await connector.sample.prepare(links.context(manifest.id));
        if (!brands.ok) return err(toAppError(brands.error));
        // What a former start did not get to is made now; what is there stays as it is.
        const known = new Map(
          workspaces.active().flatMap((record) => (record.isSample ? [[record.name, record.id]] : [])),
        );
        const workspaceIds: string[] = [];
        for (const brand of brands.value) {
          const { accounts, identities, ...looks } = brand;
          let workspaceId = known.get(brand.name);
          if (workspaceId === undefined) {
            const made = await workspaces.create(caller, { ...looks, identities: [...identities] }, true);
            if (!made.ok) return made;
            workspaceId = made.value.id;
          }
          workspaceIds.push(workspaceId);
          const connected = channels.list([workspaceId]);
          if (!connected.ok) return connected;
          if (connected.value.length >= accounts.length) continue;
          for (const account of accounts) {
            const begun = await channels.beginSignIn(caller, {
              workspaceId,
              network: manifest.id,
              flow: account.flow,
              fields: account.fields,
            });
            if (!begun.ok) return begun;
          }
        }
        return ok({ workspaceIds });
      }
      return err(appError('unsupported', 'This build has no sample agency.'));
    },
  };
}
