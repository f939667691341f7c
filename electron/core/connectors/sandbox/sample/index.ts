import { connectorErr, connectorOk, type ConnectorResult } from '../../core/errors';
import type { ConnectorContext, SampleBrand } from '../../core/types';
import { setPace } from '../network/live';
import { holdNetwork } from '../network/open';
import { readSetting, writeSetting } from '../network/settings';
import { brands } from './brands';
import { namesOf, plantBrand } from './plant';

const messagesPerHour = 12;
const reactionShare = 0.6;
const firstMessageInMs = 12_000;
const seed = 2718;

const described: readonly SampleBrand[] = brands.map((brand) => ({
  name: brand.name,
  colour: brand.colour,
  monogram: brand.monogram,
  timezone: brand.timezone,
  language: brand.language,
  identities: namesOf(brand),
  accounts: brand.accounts.map(({ handle, name }) => ({ flow: 'local', fields: { handle, name } })),
}));

/** Plants the sample agency, once per profile, and says what belongs to it. */
export const prepareSample = (context: ConnectorContext): Promise<ConnectorResult<readonly SampleBrand[]>> => {
  try {
    const { store, changed, release } = holdNetwork(context.networkDir);
    try {
      const now = context.clock.now();
      store.write(() => {
        if (readSetting(store, 'sampleAt') !== null) return;
        const steps = brands.flatMap((brand) => plantBrand(store, brand, now));
        for (const step of steps.toSorted((a, b) => a.at - b.at)) step.apply();
        setPace(store, { messagesPerHour, seed, reactionShare }, now, firstMessageInMs);
        writeSetting(store, 'sampleAt', now);
      });
      changed();
      return Promise.resolve(connectorOk(described));
    } finally {
      release();
    }
  } catch (error) {
    context.logger.error('sandbox.storage', { errorName: error instanceof Error ? error.name : 'unknown' });
    return Promise.resolve(connectorErr('unreachable', { networkCode: 'storage' }));
  }
};
