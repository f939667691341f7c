import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import type { Chorale } from './launch';

const folder = join(projectDir, 'shots', 'failed');

/** Keeps a picture of every window when a case fails, in the ignored folder `shots/failed`. */
export function keepPictures(running: () => Chorale | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(folder, { recursive: true });
    const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
    for (const [index, page] of (running()?.app.windows() ?? []).entries()) {
      await page.screenshot({ path: join(folder, `${name}-${index + 1}.png`) }).catch(() => undefined);
    }
  });
}
