import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { storedToken, storeToken } from './connection/token-form.tsx';
import { Desk } from './desk/desk.ts';
import { formatRoute, parseRoute, tokenIn } from './desk/route.ts';
import { DeskProvider } from './desk/use-desk.ts';
import { followTheme } from './theme.ts';

const token = tokenIn(location.hash);
if (token !== undefined) {
  storeToken(token);
  // A token has no place in a history, nor in a link that is passed on.
  history.replaceState(null, '', formatRoute(parseRoute(location.hash)));
}

const server = new URL('.', location.href);
server.protocol = server.protocol === 'https:' ? 'wss:' : 'ws:';
server.hash = '';
server.search = '';

const WRITING_MS = 250;
let writing: ReturnType<typeof setTimeout> | undefined;

const desk = new Desk({
  url: server.href,
  token: storedToken(),
  route: parseRoute(location.hash),
  goes: (route, where) => {
    clearTimeout(writing);
    if (where === 'somewhere-else') history.pushState(null, '', formatRoute(route));
    // Browsers count how often an address is written, so it follows whoever drags at a distance.
    else writing = setTimeout(() => history.replaceState(null, '', formatRoute(route)), WRITING_MS);
  },
});
window.addEventListener('popstate', () => {
  clearTimeout(writing);
  desk.arrive(parseRoute(location.hash));
});

followTheme();
createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <DeskProvider value={desk}>
      <App />
    </DeskProvider>
  </StrictMode>,
);

requestAnimationFrame(() => void import('./styles/fonts.ts'));
