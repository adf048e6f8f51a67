/** A field that an event has where something was given for it, to be spread: `{ type: 'corner', ...given('by', who) }`. */
export const given = <K extends string, const V>(key: K, value: V | undefined): { readonly [key in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
