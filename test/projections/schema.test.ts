import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { history } from '../../src/playback/views.ts';
import { viewsSchema } from '../../src/projections/schema.ts';
import { load } from '../../src/scenario/load.ts';

const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');
const files = ['atalanta-dortmund.yaml', ...readdirSync(join(SCENARIOS, 'feed')).map((name) => join('feed', name))];

test('the views of the flagship and of each corrected feed are as their schema says, at each entry', () => {
  for (const name of files) {
    const file = join(SCENARIOS, name);
    const loaded = load(readFileSync(file, 'utf8'), file, (path) => readFileSync(path, 'utf8'));
    if (!loaded.ok) throw new Error(`${name}: ${loaded.problems[0]?.message}`);
    const match = history(loaded.scenario.recording);
    for (let cursor = 0; cursor <= match.length; cursor += name.startsWith('feed') ? 1 : 6) {
      const checked = viewsSchema.safeParse(JSON.parse(JSON.stringify(match.viewsAt(cursor))));
      expect(checked.error?.issues, `${name} at entry ${cursor}`).toBeUndefined();
    }
  }
});

test('a view with a field that nobody knows is refused', () => {
  const loaded = load(readFileSync(join(SCENARIOS, 'atalanta-dortmund.yaml'), 'utf8'), 'atalanta-dortmund.yaml');
  if (!loaded.ok) throw new Error('the flagship is malformed');
  const views = history(loaded.scenario.recording).viewsAt(60);
  expect(viewsSchema.safeParse({ ...views, clock: { ...views.clock, minute: 57 } }).success).toBe(false);
});
