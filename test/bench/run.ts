import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// node test/bench/run.ts [name …]: all benches, or those named, each in a process of its own, so that none pays for
// what another compiled or left in memory.

const BENCHES = [
  'fold',
  'seek',
  'patch',
  'start',
  'recording',
  'import',
  'drift',
  'terminal',
  'broadcast',
  'simulate',
] as const;

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !BENCHES.some((bench) => bench === name));
if (unknown === undefined) {
  for (const name of asked.length > 0 ? asked : BENCHES) run(name);
} else {
  process.stderr.write(`there is no bench "${unknown}"; there are ${BENCHES.join(', ')}\n`);
  process.exitCode = 2;
}

function run(name: string): void {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
