// Fetches and compiles ahead of time what the test servers need, so that a first run of the tests does not wait inside a
// test: node tests/servers/prepare.mjs. Says what it cannot have, and ends with 1 then.
import { atprotoPackages } from './atproto/packages.mjs';
import { proxyPackages } from './contracts/description-proxy.mjs';
import { say } from './host/lifecycle.mjs';
import { findSnac } from './snac/program.mjs';

const steps = { 'AT Protocol network': atprotoPackages, 'API description proxy': proxyPackages, snac: findSnac };
for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
  } catch (error) {
    say(`${name} cannot be had:`, error.message);
    process.exitCode = 1;
  }
}
