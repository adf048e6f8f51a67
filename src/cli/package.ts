import { fileURLToPath } from 'node:url';

/**
 * The path of something that comes with the package: `scenarios`, `dist/dashboard`. This file lies as deep as the bundle
 * that it becomes a part of; it must stay where it is.
 */
export const inPackage = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
