import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CLOSES } from '../wire/message.ts';
import type { Hub } from './hub.ts';
import type { OnAir } from './on-air.ts';

export interface Metrics {
  readonly contentType: string;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  /** Somebody was turned away at the door. */
  turnedAway(status: number): void;
  stop(): void;
}

/** What a hub does, for Prometheus. Most of it is counted elsewhere, and read only when somebody asks. */
export const openMetrics = (hub: Hub): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const { tally, programme } = hub;
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();

  const gauge = (name: string, help: string, labelNames: string[], read: (set: Set) => void): void => {
    const made: Gauge = new Gauge({
      ...{ name, help, labelNames, registers },
      collect: () => {
        made.reset();
        read((value, labels = {}) => made.set(labels, value));
      },
    });
  };
  // Counters that are kept elsewhere: set anew rather than added to.
  const counter = (name: string, help: string, labelNames: string[], read: (set: Set) => void): void => {
    const made: Counter = new Counter({
      ...{ name, help, labelNames, registers },
      collect: () => {
        made.reset();
        read((value, labels = {}) => made.inc(labels, value));
      },
    });
  };

  gauge('touchline_clients', 'Connections, by role.', ['role'], (set) => {
    const roles = [...hub.connections].map(({ caller }) => caller.role);
    for (const role of ['operator', 'viewer']) set(roles.filter((one) => one === role).length, { role });
  });
  gauge('touchline_clients_behind', 'Connections that get nothing until they have caught up.', [], (set) => {
    set([...hub.connections].filter(({ isBehind }) => isBehind).length);
  });
  gauge('touchline_followers', 'Connections that follow a match.', ['match'], (set) => {
    for (const { showing, followers } of programme.matches) set(followers.length, { match: showing.id });
  });
  gauge('touchline_playbacks', "Showings of somebody's own.", [], (set) => set(programme.playbacks.length));
  gauge('touchline_cursor', 'Entries that a match has shown.', ['match'], (set) => {
    for (const onAir of programme.matches) set(cursorOf(onAir), { match: onAir.showing.id });
  });
  counter('touchline_revisions_total', 'Ticks that had something to tell.', ['match'], (set) => {
    for (const { showing, views } of programme.matches) set(views.revision, { match: showing.id });
  });
  counter('touchline_messages_sent_total', 'Messages sent.', [], (set) => set(tally.messagesOut));
  counter('touchline_bytes_sent_total', 'Bytes of messages sent, without their framing.', [], (set) =>
    set(tally.bytesOut),
  );
  counter('touchline_messages_received_total', 'Messages and pings received.', [], (set) => set(tally.messagesIn));
  counter('touchline_conflations_total', 'Times that a client fell behind.', [], (set) => set(tally.conflations));
  counter('touchline_closes_total', 'Connections closed from here, by code.', ['code', 'reason'], (set) => {
    for (const [why, count] of tally.closes) set(count, { code: `${CLOSES[why].code}`, reason: CLOSES[why].reason });
  });
  counter('touchline_refusals_total', 'Messages refused, by code.', ['code'], (set) => {
    for (const [code, count] of tally.refusals) set(count, { code });
  });
  gauge(
    'touchline_event_loop_delay_seconds',
    'How late timers fire, since the last time of asking.',
    ['quantile'],
    (set) => {
      for (const quantile of [0.5, 0.99, 1]) {
        // What is measured is the time between two timers that were meant to be so far apart.
        const late = delay.percentile(quantile * 100) / 1e9 - RESOLUTION_MS / 1000;
        set(Math.max(0, late) || 0, { quantile: `${quantile}` });
      }
      delay.reset();
    },
  );
  gauge('process_resident_memory_bytes', 'Resident memory.', [], (set) => set(process.memoryUsage.rss()));
  counter('process_cpu_seconds_total', 'Time that processors spent.', [], (set) => {
    const { user, system } = process.cpuUsage();
    set((user + system) / 1e6);
  });

  const lag = new Histogram({
    name: 'touchline_lag_seconds',
    help: 'From a heartbeat to its answer, behind all that was sent before it.',
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const staleness = new Histogram({
    name: 'touchline_staleness_revisions',
    help: 'Revisions that had gone by when a client acknowledged one.',
    buckets: [0, 1, 2, 5, 10, 50, 200],
    registers,
  });
  tally.onHeard = (lagMs, revisions) => {
    lag.observe(lagMs / 1000);
    staleness.observe(revisions);
  };
  const turned = new Counter({
    ...{ name: 'touchline_turned_away_total', help: 'Requests turned away at the door, by status.' },
    labelNames: ['status'],
    registers,
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    turnedAway: (status) => turned.inc({ status: `${status}` }),
    stop: () => {
      delay.disable();
      tally.onHeard = undefined;
    },
  };
};

const RESOLUTION_MS = 20;

type Set = (value: number, labels?: Record<string, string>) => void;

const cursorOf = (onAir: OnAir): number => onAir.views.present([])?.head.cursor ?? 0;
