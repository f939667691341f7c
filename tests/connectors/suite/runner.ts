import type { SuiteBrand, SuiteCase, SuiteCustomer, SuiteNetwork, SuiteWorld } from './driver';
import type { Desk } from './tools';

/** What a case works with: the first brand's account, a second brand's, and people who write to them. */
export interface CaseTools {
  readonly network: SuiteNetwork;
  readonly world: SuiteWorld;
  readonly brand: SuiteBrand;
  readonly desk: Desk;
  readonly otherDesk: Desk;
  readonly customer: SuiteCustomer;
  readonly otherCustomer: SuiteCustomer;
}

export type CaseRunner = Readonly<Partial<Record<SuiteCase, (tools: CaseTools) => Promise<void>>>>;
