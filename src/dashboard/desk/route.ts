/** What an address of the page says: which match, which panel, and how many entries were known at the moment shown. */
export interface Route {
  readonly match?: string;
  readonly panel?: string;
  /** As in `inspect --as-of`: a number of entries, or a time. Absent: live. */
  readonly asOf?: string;
}

/**
 * Reads the part of an address after `#`: `#/atalanta-dortmund/charts?asOf=107`. It stays in the browser, so a link works
 * from whatever folder the page is served.
 */
export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [match = '', panel = ''] = path.split('/').map(decoded);
  const asOf = new URLSearchParams(query).get('asOf') ?? '';
  return { ...(match && { match }), ...(panel && { panel }), ...(asOf && { asOf }) };
};

/** The address of it, from `#` on. */
export const formatRoute = ({ match, panel, asOf }: Route): string => {
  if (match === undefined) return '#/';
  const path = [match, ...(panel === undefined ? [] : [panel])].map(encodeURIComponent).join('/');
  return `#/${path}${asOf === undefined ? '' : `?${new URLSearchParams({ asOf })}`}`;
};

/** A token that came in the link (`#/…?token=…`), for the page to keep and the address to lose. */
export const tokenIn = (hash: string): string | undefined =>
  new URLSearchParams(hash.split('?')[1] ?? '').get('token') ?? undefined;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
