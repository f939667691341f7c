// The proxy itself, in a process of its own: node serve-description.mjs PACKAGES DESCRIPTION UPSTREAM_URL PORT
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv } from 'node:process';

const [packages, description, upstream, port] = argv.slice(2);
const load = createRequire(join(packages, 'package.json'));
const { createLogger } = load('@stoplight/prism-core');
const { getHttpOperationsFromSpec } = load('@stoplight/prism-http');
const { createServer } = load('@stoplight/prism-http-server');

const config = {
  upstream: new URL(upstream),
  isProxy: true,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
};
const logger = createLogger('description', { level: 'warn' });
const server = createServer(await getHttpOperationsFromSpec(description), {
  cors: false,
  config,
  components: { logger },
});
await server.listen(Number(port), '127.0.0.1');
