import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the dashboard, for `serve` to give out; none in a checkout that hasn't been built. */
export const dashboardFolder = (): string | undefined => (existsSync(join(BUILT, 'index.html')) ? BUILT : undefined);

// As far away from here as from the bundle that this becomes a part of.
const BUILT = fileURLToPath(new URL('../../dist/dashboard', import.meta.url));
