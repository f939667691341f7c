/**
 * Pictures of the page on the harness's data, in a Chromium of this machine.
 * node tests/support/page-harness/shot.mjs OUTDIR NAME[?query][@WIDTHxHEIGHT][#script] …
 * A script is a row of steps: `key:Control+k`, `click:role=button[name="…"]`, `type:text`, `wait:selector`.
 */
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { chromium } from 'playwright';

const [outDir = 'shots', ...wanted] = process.argv.slice(2);
const site = resolve(import.meta.dirname, '../../../out/page-harness');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const server = createServer((request, response) => {
  const file = join(site, new URL(request.url, 'http://x').pathname.replace(/^\/$/, '/index.html'));
  if (!file.startsWith(site) || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/index.html`;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-device-scale-factor=1'] });
mkdirSync(outDir, { recursive: true });
let problems = 0;

for (const wish of wanted) {
  const [, name, query = '', size = '1440x900', script = ''] =
    /^([\w-]+)(\?[^@#]*)?(?:@(\d+x\d+))?(?:#(.*))?$/s.exec(wish) ?? [];
  if (!name) throw new Error(`not understood: ${wish}`);
  const [width, height] = size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => {
    problems += 1;
    console.log(`${name}: ${error.message.slice(0, 400)}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(`${name}: console ${message.text().slice(0, 400)}`);
  });
  await page.goto(base + query);
  await page.waitForSelector('main, nav', { timeout: 15_000 });
  await page.waitForFunction(() => document.fonts.status === 'loaded');
  for (const step of script.split(';').filter(Boolean)) {
    const [verb, rest] = [step.slice(0, step.indexOf(':')), step.slice(step.indexOf(':') + 1)];
    if (verb === 'key') await page.keyboard.press(rest);
    else if (verb === 'type') await page.keyboard.type(rest);
    else if (verb === 'click') await page.locator(rest).first().click();
    else if (verb === 'menu') await page.locator(rest).first().click({ button: 'right' });
    else if (verb === 'wait') await page.waitForSelector(rest);
    else throw new Error(`no such step: ${step}`);
  }
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page
    .waitForFunction(() => document.querySelector('[role="status"][aria-label="Loading"]') === null, undefined, {
      timeout: 4_000,
    })
    .catch(() => undefined);
  if (process.env.AXE) {
    const { AxeBuilder } = await import('@axe-core/playwright');
    const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const issue of found.violations) {
      console.log(
        `${name}: axe ${issue.impact} ${issue.id} ${issue.nodes
          .slice(0, 4)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
      );
      if (process.env.AXE === 'long')
        for (const node of issue.nodes.slice(0, 3)) console.log(`   ${node.failureSummary}`);
    }
  }
  await page.screenshot({ path: join(outDir, `${name}.png`) });
  await page.close();
}
await browser.close();
server.close();
process.exitCode = problems > 0 ? 1 : 0;
