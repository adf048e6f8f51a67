import { PROTOCOL, type Welcome } from '../wire/message.ts';
import { json } from './reply.ts';

/** What is served, for programs and for people. */
export const indexOf = (matches: Welcome['matches'], accept = ''): Response =>
  accept.includes('text/html')
    ? new Response(pageOf(matches), {
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      })
    : json({ name: 'touchline', protocol: PROTOCOL, matches });

const pageOf = (matches: Welcome['matches']): string => {
  const items = matches.map(({ id, title }) => {
    const path = `/matches/${encodeURIComponent(id)}`;
    return `<li><a href="${path}">${escaped(title)}</a> (${escaped(id)}) · <a href="${path}/journal">journal</a> · <a href="${path}/stream">stream</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Touchline</title>
<h1>On the air</h1>
<ul>
${items.join('\n')}
</ul>
<p>There is no dashboard here: it wasn't built. In a checkout, <code>npm run build</code> makes it.</p>
<p>A WebSocket with the subprotocol <code>${PROTOCOL}</code> follows a match from this same address.</p>
</html>
`;
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
