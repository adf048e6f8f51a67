/** Two labels at the end of their lines, moved apart where one would lie on the other. */
export const labelsApart = (at: readonly number[], apart = 16): number[] => {
  const [a = 0, b = 0] = at;
  const gap = apart - Math.abs(a - b);
  if (gap <= 0) return [a, b];
  return a <= b ? [a - gap / 2, b + gap / 2] : [a + gap / 2, b - gap / 2];
};
