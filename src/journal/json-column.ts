/**
 * The column, counted from one, of what a path names in a line of JSON; of the last part of the path that is there.
 * With `key`, that of this key in the object that the path names. The line must be JSON: `JSON.parse` has read it.
 */
export const columnAt = (line: string, path: readonly PropertyKey[], key?: string): number => {
  const steps = [...path, ...(key === undefined ? [] : [key])].map(String);
  const inside: Container[] = [];
  let best = { depth: -1, column: 1 };
  for (const { 0: token, index } of line.matchAll(TOKENS)) {
    const container = inside.at(-1);
    if (token === ',') {
      if (container !== undefined) container.at = container.kind === 'list' ? container.at + 1 : undefined;
    } else if (token === '}' || token === ']') inside.pop();
    else if (container?.kind === 'object' && container.at === undefined) {
      container.at = JSON.parse(token) as string;
      if (key !== undefined && inside.length === steps.length && isAlong(inside, steps)) {
        best = { depth: inside.length, column: index + 1 };
      }
    } else if (token !== ':') {
      const isKey = key !== undefined && inside.length === steps.length;
      if (!isKey && inside.length >= best.depth && isAlong(inside, steps)) {
        best = { depth: inside.length, column: index + 1 };
      }
      if (token === '{') inside.push({ kind: 'object', at: undefined });
      if (token === '[') inside.push({ kind: 'list', at: 0 });
    }
  }
  return best.column;
};

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** An object or list that is open, and which part of it is being read. */
type Container = { readonly kind: 'object'; at: string | undefined } | { readonly kind: 'list'; at: number };

/** Whether what is being read lies on the way that the steps lead. */
const isAlong = (inside: readonly Container[], steps: readonly string[]): boolean =>
  inside.length <= steps.length && inside.every(({ at }, depth) => String(at) === steps[depth]);
