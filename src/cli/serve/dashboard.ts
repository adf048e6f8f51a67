import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../package.ts';

/** The folder of the dashboard, for `serve` to give out; none in a checkout that hasn't been built. */
export const dashboardFolder = (): string | undefined => (existsSync(join(BUILT, 'index.html')) ? BUILT : undefined);

const BUILT = inPackage('dist/dashboard');
