import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { suiteCases, type SuiteCase, type SuiteNetwork } from './suite/driver';
import { actionCases } from './suite/cases-actions';
import { faultCases } from './suite/cases-faults';
import { inboundCases } from './suite/cases-inbound';
import { outboundCases } from './suite/cases-outbound';
import type { CaseTools } from './suite/runner';
import { openDesk, type Desk } from './suite/tools';

export type { SuiteNetwork, SuiteWorld, SuiteBrand, SuiteCustomer, Written } from './suite/driver';

const runners = { ...inboundCases, ...outboundCases, ...actionCases, ...faultCases };
const names = Object.keys(suiteCases) as SuiteCase[];

/**
 * Runs the shared cases on one network. A case that the server cannot serve is named with its reason in the report,
 * and everything else runs; nothing is left out in silence.
 */
export function connectorSuite(network: SuiteNetwork): void {
  const unserved = names.filter((name) => network.unserved[name] !== undefined);
  const served = names.filter((name) => network.unserved[name] === undefined);

  describe(`${network.name}: what every network must do`, () => {
    let tools: CaseTools;
    const desks: Desk[] = [];
    let ran = 0;

    beforeAll(async () => {
      const world = await network.start();
      const [brand, otherBrand] = world.brands;
      const [customer, otherCustomer] = world.customers;
      const desk = await openDesk(network.connector, world, brand);
      const otherDesk = await openDesk(network.connector, world, otherBrand);
      desks.push(desk, otherDesk);
      tools = { network, world, brand, desk, otherDesk, customer, otherCustomer };
    });
    afterEach(async () => {
      await tools.world.faults.reset();
    });
    afterAll(async () => {
      for (const desk of desks) desk.link.close();
      await tools?.world.stop();
      const left = unserved.map((name) => `  not served here: ${name} (${network.unserved[name] ?? ''})`);
      console.log([`${network.name}: ${ran} of ${names.length} cases ran`, ...left].join('\n'));
    });

    it('names only cases of the suite as not served, each with a reason', () => {
      expect(Object.keys(network.unserved).filter((name) => !(name in suiteCases))).toEqual([]);
      expect(unserved.filter((name) => (network.unserved[name] ?? '').trim().length < 8)).toEqual([]);
      expect(names.filter((name) => runners[name] === undefined)).toEqual([]);
    });

    for (const name of served) {
      it(suiteCases[name], async () => {
        ran += 1;
        await runners[name]?.(tools);
      });
    }
  });
}
