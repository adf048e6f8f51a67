/** Paths as text: this room meets no file system, and files are named with `/` or `\` as they come. */

/** `offside` for `scenarios/var/offside.yaml`. */
export const nameOf = (file: string): string => {
  const last = file.split(/[\\/]/).at(-1) ?? file;
  return last.replace(/(?<=.)\.[^.]*$/, '');
};

/** What a path in one file means, seen from where that file's own path is seen from. `undefined` if it's absolute. */
export const beside = (file: string, path: string): string | undefined => {
  if (/^(?:[\\/]|[a-z]:)/i.test(path)) return undefined;
  const steps = file
    .split(/[\\/]/)
    .slice(0, -1)
    .filter((step) => step !== '.');
  for (const step of path.split(/[\\/]/)) {
    const last = steps.at(-1);
    if (step === '' || step === '.') continue;
    if (step === '..' && last !== undefined && last !== '' && last !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
};
