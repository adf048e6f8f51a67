import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK, 'own/derby.jsonl': '' });
});
afterAll(() => remove(cwd));

/** What is offered, without what it means and without the word to the shell that ends it. */
const offered = async (...words: string[]): Promise<string[]> => {
  const { out, code } = await touchline(['complete', '--', ...words], { cwd });
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] ?? '');
};

describe('what a shell is offered', () => {
  test('commands, by what they begin with', async () => {
    expect(await offered('se')).toEqual(['serve']);
    expect(await offered('')).toEqual(expect.arrayContaining(['play', 'serve', 'inspect', 'completions']));
    expect(await offered('')).not.toContain('complete');
  });

  test("the names of matches: the working folder's, and those that come with Touchline", async () => {
    expect(await offered('play', 'taken')).toEqual(['taken-back']);
    expect(await offered('inspect', 'atalanta')).toEqual(['atalanta-dortmund', 'atalanta-dortmund-002']);
    expect(await offered('play', 'own/')).toEqual(['own/derby.jsonl']);
  });

  test('the words that an option knows, and the options themselves', async () => {
    expect(await offered('play', '--format', '')).toEqual(['auto', 'tui', 'text', 'json']);
    expect(await offered('inspect', 'taken-back', '--view', 'sc')).toEqual(['scoreboard']);
    expect(await offered('serve', '--allow')).toEqual(['--allow-origin']);
  });

  test('files and folders where a command takes files', async () => {
    expect(await offered('check', 's')).toEqual(['scenarios/']);
    expect(await offered('check', 'scenarios/')).toEqual(['scenarios/taken-back.yaml']);
    expect(await offered('check', 'nowhere/')).toEqual([]);
  });
});

describe('the script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchline-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is one that bash understands, and completes a match by', async () => {
    const { out } = await touchline(['completions', 'bash'], { cwd });
    writeFileSync(join(folder, 'script'), out);
    const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
    const pressed = `
      touchline() { '${process.execPath}' '${main}' "$@"; }
      compopt() { :; }
      source '${join(folder, 'script')}'
      COMP_WORDS=(touchline play taken); COMP_CWORD=2; COMP_LINE='touchline play taken'; COMP_POINT=\${#COMP_LINE}
      __touchline_complete
      echo "\${COMPREPLY[*]}"`;
    expect(execFileSync('bash', ['-c', pressed], { cwd, encoding: 'utf8' }).trim()).toBe('taken-back');
  });

  test('takes a word with = or : in it as one, as the package bash-completion would', async () => {
    const { out } = await touchline(['completions', 'bash'], { cwd });
    writeFileSync(join(folder, 'script'), out);
    const asked = `
      source '${join(folder, 'script')}'
      COMP_WORDS=(touchline watch ws : //127.0.0.1 : 8484 --match = ata); COMP_CWORD=9
      COMP_LINE='touchline  watch ws://127.0.0.1:8484 --match=ata'
      _get_comp_words_by_ref -n "=:" cur prev words cword
      echo "$cur $prev $cword \${#words[@]}"`;
    expect(execFileSync('bash', ['-c', asked], { cwd, encoding: 'utf8' })).toBe(
      '--match=ata ws://127.0.0.1:8484 3 4\n',
    );
  });

  test('is refused for a shell that there is none for, with the nearest name', async () => {
    expect(await touchline(['completions', 'basch'], { cwd })).toMatchObject({
      code: 2,
      err: 'touchline: completions knows no shell "basch"; did you mean "bash"?\n',
    });
  });
});
