// A validating proxy (Prism) between a client and a fake of ours: a request that the published description does not know is
// answered with 422, an answer that it does not know with 500, each naming the place. So neither side can drift into
// a dialect that only the two of them speak.
import { request } from 'node:http';
import { join } from 'node:path';
import { installed } from '../host/install.mjs';
import { pickPort, startChild, waitUntil } from '../host/lifecycle.mjs';

const answers = (port) =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/', timeout: 5_000 }, (response) => {
      response.resume();
      resolve(true);
    })
      .once('error', reject)
      .end();
  });

/** The folder that holds node_modules of the proxy. */
export const proxyPackages = () => installed('contracts', import.meta.dirname);

/** Starts it in front of `upstreamPort` for `<name>.openapi.json` beside this file and returns its port. */
export const startDescriptionProxy = async (folder, name, upstreamPort) => {
  const packages = await proxyPackages();
  const program = join(import.meta.dirname, 'serve-description.mjs');
  const port = await pickPort();
  const description = join(import.meta.dirname, `${name}.openapi.json`);
  const args = [program, packages, description, `http://127.0.0.1:${upstreamPort}`, String(port)];
  const child = await startChild(folder, `${name}-description`, process.execPath, args);
  await waitUntil('the description proxy', () => answers(port), { withinMs: 120_000, child });
  return port;
};
