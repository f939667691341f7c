import type { Connector } from '../core/types';
import { connectAccount } from './link';
import { manifest } from './manifest';
import { operations } from './operations';
import { prepareSample } from './sample';
import { signIn } from './sign-in';

/** The sandbox network: people, posts and messages in a file of the profile, for the sample agency, training and tests. */
export const connector: Connector = {
  manifest,
  signIn,
  connect: connectAccount,
  sample: { prepare: prepareSample },
  operations,
};
