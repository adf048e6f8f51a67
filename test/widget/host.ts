import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundle } from '../client/bundle.ts';

export interface Host {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Somebody's web page, with the widget's file and no more of ours. `body` may hold `<touchline-score>`s. */
export const hostPage = async (body: () => string): Promise<Host> => {
  const { code } = await bundle('src/widget/touchline-score.ts');
  const server = createServer(({ url }, response) => {
    const isScript = url === '/touchline-score.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? code : page(body()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const page = (body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A fan's page</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<script type="module" src="/touchline-score.js"></script></head>
<body><main><h1>Tonight</h1>${body}</main></body></html>`;
