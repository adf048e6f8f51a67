/**
 * The line after the one that has the focus gets it: 1 is down the list, to what is older. Without any it's the newest;
 * up from that one leaves the list. Enter then goes to its moment, as it does with any button.
 */
export const chooseLine = (way: 1 | -1): void => {
  const lines = [...document.querySelectorAll<HTMLElement>(LINE)];
  const here = lines.indexOf(document.activeElement as HTMLElement);
  if (here === -1 && way === -1) return;
  if (here + way < 0) {
    lines[here]?.blur();
    return;
  }
  const next = lines[Math.min(here + way, lines.length - 1)];
  next?.focus();
};

/** The entry that the line with the focus tells; `undefined` where none has it. */
export const chosenSeq = (): number | undefined => {
  const seq = document.activeElement?.closest<HTMLElement>(LINE)?.dataset.seq;
  return seq === undefined ? undefined : Number(seq);
};

/** Nothing is chosen any more. */
export const leaveLines = (): void => {
  const here = document.activeElement;
  if (here instanceof HTMLElement && isLine(here)) here.blur();
};

export const isLine = (element: Element): boolean => element.matches(LINE);

/** Key moments alone, or everything again. */
export const toggleKeyOnly = (): void => {
  const chip = (value: string) => document.querySelector<HTMLInputElement>(`.chips input[value="${value}"]`);
  chip(chip('key')?.checked === true ? 'all' : 'key')?.click();
};

const LINE = '.line-time';
