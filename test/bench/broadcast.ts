// What a broadcast costs, beside others that do the same: `node test/bench/broadcast.ts [clients…]` (100 1000 5000).
// Each server and its clients have a process of their own; bursts are interleaved, and their costs told as ratios of
// the servers' CPU time for each message that arrived: the median, and the span of all rounds.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Counted, CrowdOrder, Joined } from './broadcast/crowd.ts';
import { KINDS, type Kind, type Order } from './broadcast/stand.ts';

const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0);
const SIZES = asked.length > 0 ? asked : [100, 1000, 5000];
const children = new Set<ChildProcess>();

const start = async (file: string, args: readonly string[]) => {
  const child = fork(join(import.meta.dirname, file), args, { execArgv: ['--expose-gc'], stdio: 'inherit' });
  children.add(child);
  const [first] = await once(child, 'message');
  const ask = async <Answer>(order: Order | CrowdOrder): Promise<Answer> => {
    child.send(order);
    const [answer] = await once(child, 'message');
    return answer as Answer;
  };
  const end = async (): Promise<void> => {
    children.delete(child);
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
  return { first, ask, end };
};

/** A server and its clients. */
const arena = async (kind: Kind) => {
  const stand = await start('broadcast/stand.ts', [kind]);
  const { port } = stand.first as { port: number };
  const crowd = await start('broadcast/crowd.ts', [kind, String(port)]);
  const cpu = (): Promise<NodeJS.CpuUsage> => stand.ask({ do: 'cpu' });
  const tick = (ticks: number, everyMs: number, each = 1, bulk = 0): Promise<number> =>
    stand.ask({ do: 'tick', ticks, everyMs, each, bulk });
  return {
    kind,
    cpu,
    tick,
    rss: (): Promise<number> => stand.ask({ do: 'rss' }),
    count: (): Promise<Counted> => crowd.ask({ do: 'count' }),
    join: (count: number, options: { withinMs?: number; views?: string[]; deaf?: boolean } = {}): Promise<Joined> =>
      crowd.ask({ do: 'join', count, withinMs: 0, views: ['clock'], deaf: false, ...options }),
    end: async () => {
      await crowd.end();
      await stand.end();
    },
  };
};
type Arena = Awaited<ReturnType<typeof arena>>;

/** Microseconds of the server's CPU time for each of the messages that arrived: all of it, and what isn't the kernel's. */
interface Cost {
  readonly all: number;
  readonly own: number;
}

const burst = async (
  { cpu, tick, count }: Arena,
  clients: number,
  ticks: number,
  everyMs: number,
  each = 1,
): Promise<Cost> => {
  await count();
  const before = await cpu();
  await tick(ticks, everyMs, each);
  let arrived = 0;
  for (let wait = 0; wait < 200 && arrived < clients * ticks; wait += 1) {
    arrived += (await count()).messages;
    await pause(10);
  }
  const after = await cpu();
  const own = (after.user - before.user) / arrived;
  return { all: own + (after.system - before.system) / arrived, own };
};

const rows: string[] = [];
const row = (...cells: string[]): void => void rows.push(`| ${cells.join(' | ')} |`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const spread = (values: readonly number[], digits = 2): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;

const costs = async (clients: number): Promise<void> => {
  const arenas = await Promise.all(KINDS.map(arena));
  for (const each of arenas) await each.join(clients);
  // About thirty thousand messages a second, which keeps no core busy throughout.
  const [ticks, everyMs, rounds] = clients <= 100 ? [100, 3, 5] : clients <= 1000 ? [30, 33, 5] : [5, 160, 3];
  for (const each of arenas) await burst(each, clients, ticks, everyMs);
  const found = new Map<Kind, Cost[]>(KINDS.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = [...arenas.slice(round % KINDS.length), ...arenas.slice(0, round % KINDS.length)];
    for (const each of order) found.get(each.kind)?.push(await burst(each, clients, ticks, everyMs));
  }
  const ours = found.get('touchline') ?? [];
  row(`${clients} clients, µs of CPU a message`, spread(ours.map(({ all }) => all)), '');
  row(`${clients} clients, of these outside the kernel`, spread(ours.map(({ own }) => own)), '');
  for (const [kind, wanted] of [
    ['socket.io', '≥ 1.8'],
    ['ws', '≥ 1.3'],
    ['tcp', '≥ 0.9'],
  ] as const) {
    const ratios = (part: keyof Cost): string =>
      `${spread((found.get(kind) ?? []).map((cost, round) => cost[part] / (ours[round]?.[part] ?? Number.NaN)))}×`;
    row(`${clients} clients, against ${NAMES[kind]}`, ratios('all'), clients === 1000 ? `${wanted}×` : '');
    row(`${clients} clients, the same outside the kernel`, ratios('own'), '');
  }
  if (clients === 1000) await tenAtOnce(arenas, clients);
  for (const each of arenas) await each.end();
};

const NAMES = { 'socket.io': 'socket.io', ws: '`ws.send(string)`', tcp: 'bare TCP writes' };

const tenAtOnce = async (arenas: readonly Arena[], clients: number): Promise<void> => {
  const [ours, ws] = [arenas.find(({ kind }) => kind === 'touchline'), arenas.find(({ kind }) => kind === 'ws')];
  if (ours === undefined || ws === undefined) return;
  const ratios: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    // One message of ours carries ten entries; `ws` sends ten.
    const perEntry = (await burst(ours, clients, 15, 60, 10)).all / 10;
    const others = await burst(ws, clients * 10, 6, 160, 10);
    ratios.push(others.all / perEntry);
  }
  row(`${clients} clients, ten entries a tick, an entry against \`ws.send(string)\``, `${spread(ratios, 1)}×`, '≥ 11×');
};

const memory = async (clients: number): Promise<void> => {
  const found: number[][] = [[], []];
  for (let round = 0; round < 2; round += 1) {
    for (const [index, kind] of (['touchline', 'socket.io'] as const).entries()) {
      const one = await arena(kind);
      // What the first ones cost beside themselves isn't the matter.
      await one.join(1000);
      const before = await one.rss();
      await one.join(clients);
      await pause(200);
      found[index]?.push(((await one.rss()) - before) / clients / 1024);
      await one.end();
    }
  }
  const [ours = [], theirs = []] = found;
  row(`resident memory of an idle client, kB, of ${clients}`, spread(ours, 1), '');
  row('against socket.io', `${spread(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)))}×`, '≤ 0.35×');
};

const storm = async (clients: number): Promise<void> => {
  const one = await arena('touchline');
  const { tookMs } = await one.join(clients, { withinMs: 1000 });
  const sorted = [...tookMs].sort((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
  row(`${clients} clients join within a second, all with a snapshot`, `${sorted.length} of ${clients}`, `${clients}`);
  row('connection to snapshot, median and p99, ms', `${median(sorted).toFixed(0)} and ${p99.toFixed(0)}`, '≤ 3000');
  await one.end();
};

/** Beside a third crowd that is like the first: what their medians differ by is the machine's own doing. */
const deafOnes = async (): Promise<void> => {
  const [without, withDeaf, control] = [await arena('touchline'), await arena('touchline'), await arena('touchline')];
  const all = [without, withDeaf, control];
  for (const one of all) await one.join(980);
  await withDeaf.join(20, { views: ['commentary'], deaf: true });
  // Fills what the kernel holds for those who never read; the others run as long, to be as warm.
  for (const one of all) await one.tick(400, 5, 1, 20_000);
  const [beside, alike]: [number[], number[]] = [[], []];
  for (let round = 0; round < 12; round += 1) {
    const medians = new Map<Arena, number>();
    for (const one of [...all.slice(round % 3), ...all.slice(0, round % 3)]) {
      await one.count();
      await one.tick(25, 33, 1, 1000);
      await pause(50);
      medians.set(one, (await one.count()).medianMs ?? Number.NaN);
    }
    const [plain = Number.NaN, ...others] = all.map((one) => medians.get(one) ?? Number.NaN);
    beside.push((others[0] ?? Number.NaN) / plain);
    alike.push((others[1] ?? Number.NaN) / plain);
  }
  row('median delivery to 980 clients, beside 20 that never read', `${spread(beside)}×`, '0.95–1.05×');
  row('the same beside nobody, twice: how far the machine itself is off', `${spread(alike)}×`, '');
  for (const one of all) await one.end();
};

// Whatever happens, it ends.
const limit = setTimeout(() => {
  for (const child of children) child.kill('SIGKILL');
  process.stderr.write('the bench took too long, and was stopped\n');
  process.exit(1);
}, 240_000);
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

row('what', 'measured', 'to reach');
row('---', '---', '---');
for (const clients of SIZES) await costs(clients);
await memory(3000);
await storm(5000);
await deafOnes();
clearTimeout(limit);
process.stdout.write(`${rows.join('\n')}\n`);
