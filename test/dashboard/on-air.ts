import type { AddressInfo } from 'node:net';
import { createServer, type Socket, type Server as TcpServer, connect as tcpConnect } from 'node:net';
import type { Recording } from '../../src/journal/recording.ts';
import type { Server } from '../../src/server/server.ts';
import { type ServeOptions, serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { flagship } from '../client/flagship.ts';
import { DASHBOARD } from './chrome.ts';

export interface OnAir {
  /** Where a browser opens it. */
  readonly page: string;
  readonly server: Server;
  /** Steers it as an operator would, past the page. */
  readonly control: (control: object) => Promise<void>;
}

export interface AirOptions extends ServeOptions {
  readonly recording?: Recording;
  readonly id?: string;
  readonly speed?: number;
  readonly playing?: boolean;
  readonly from?: string;
}

const FLAGSHIP = flagship();

/** The flagship, or another match, on a free port with the page beside it; it stands at its start unless told otherwise. */
export const onAir = async (options: AirOptions = {}): Promise<OnAir> => {
  const { recording = FLAGSHIP, id = 'atalanta-dortmund', speed = 60, playing = false, from, ...serving } = options;
  const how = { speed, playing, ...(from === undefined ? {} : { from }) };
  const server = await serve([showingOf(id, recording, how)], { assets: DASHBOARD, rate: 60, ...serving });
  const page = server.url.replace(/^ws/, 'http');
  return {
    page,
    server,
    control: async (control) => {
      const headers = {
        'content-type': 'application/json',
        ...(serving.token === undefined ? {} : { authorization: `Bearer ${serving.token}` }),
      };
      const answer = await fetch(`${page}matches/${id}/control`, {
        method: 'POST',
        headers,
        body: JSON.stringify(control),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
  };
};

export interface Line {
  readonly page: string;
  /** Leads there from now on. */
  readonly to: (server: Server) => void;
  /** Cuts what goes through it, and lets nothing through until it's mended. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

/** A line to a server that can be cut; the server has to allow its origin, so it's laid first. */
export const layLine = async (): Promise<Line> => {
  let server: Server | undefined;
  const sockets = new Set<Socket>();
  let isCut = false;
  const line: TcpServer = createServer((near) => {
    if (isCut || server === undefined) {
      near.destroy();
      return;
    }
    const far = tcpConnect(server.address.port, server.address.host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  return {
    page: `http://127.0.0.1:${(line.address() as AddressInfo).port}/`,
    to: (found) => {
      server = found;
    },
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => line.close(resolve));
    },
  };
};
