import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { writeRecording } from '../journal/recording.ts';
import type { Refusal } from '../playback/replay.ts';
import { VIEW_NAMES } from '../projections/views.ts';
import { control, wish } from '../wire/message.ts';
import { type Asking, bodyOf, mayControl, misspeltIn, viewsIn } from './asking.ts';
import type { Bounds } from './bounds.ts';
import { NOT_OPERATOR, unknown } from './complaint.ts';
import { type Entrance, TOO_MANY } from './entrance.ts';
import { hasEnded, headerFor } from './header-for.ts';
import type { Hub } from './hub.ts';
import { OnAir } from './on-air.ts';
import { noJournal } from './programme.ts';
import { type Bindings, hasTag, json, members, notAllowed, problem, refused, tagged, unchanged } from './reply.ts';
import { openStream, sinceOf } from './stream.ts';
import { travel } from './travel.ts';

export interface MatchRoutesOptions {
  readonly hub: Hub;
  readonly bounds: Bounds;
  readonly entrance: Entrance;
}

/** What is under `/matches`: the same as over the wire, for those who poll or script. */
export const matchRoutes = ({ hub, bounds, entrance }: MatchRoutesOptions): Hono<Bindings> => {
  const { programme } = hub;
  const { messageBytesMax: bytesMax, closeTimeoutMs } = bounds;
  const routes = new Hono<Bindings>();

  const find = (c: Asking): OnAir | Refusal => {
    const playback = c.req.query('playback');
    return programme.find({ match: c.req.param('id') ?? '', ...(playback !== undefined && { playback }) });
  };
  const withShowing = (answer: (c: Asking, onAir: OnAir) => Response | Promise<Response>) => (c: Asking) => {
    const onAir = find(c);
    return onAir instanceof OnAir ? answer(c, onAir) : refused(onAir);
  };

  const state = withShowing((c, onAir) => {
    const misspelt = misspeltIn(c, ['at', 'asOf', 'views', 'playback']);
    if (misspelt !== undefined) return refused(misspelt);
    const views = viewsIn(c);
    if ('code' in views) return refused(views);
    const present = onAir.views.present(views);
    if (present === undefined) return refused(STARTING);
    const [at, asOf] = [c.req.query('at'), c.req.query('asOf')];
    const { revision, head } = present;
    const { fixture, record } = onAir.showing;
    const { epoch } = onAir;
    if (at === undefined && asOf === undefined) {
      const tag = `W/"${epoch}.${revision}.${views.map((name) => VIEW_NAMES.indexOf(name).toString(36)).join('')}"`;
      return tagged(c, () => ({ ...onAir.name, epoch, revision, head, fixture, views: present.views }), tag);
    }
    if (record === undefined) return refused(noJournal(onAir.name));
    if (!entrance.mayAsk(c.env.visitor, COST)) return problem(TOO_MANY);
    const frame = travel({ at, asOf }, record, head, c.env.visitor.role);
    if ('code' in frame) return refused(frame);
    const asked = Object.fromEntries(views.map((name) => [name, frame.views[name]]));
    return tagged(c, () => ({ ...onAir.name, epoch, head: frame.head, fixture, views: asked }));
  });

  const journal = withShowing((c, onAir) => {
    const { record } = onAir.showing;
    if (record === undefined) return refused(noJournal(onAir.name));
    const present = onAir.views.present([]);
    if (present === undefined) return refused(STARTING);
    const { head } = present;
    const header = headerFor(c.env.visitor.role, record.header, hasEnded(head));
    // A header without its title is another text.
    const etag = `"${onAir.epoch}.${head.cursor}${header === record.header ? '' : '.untitled'}"`;
    if (hasTag(c, etag)) return unchanged(etag);
    if (!entrance.mayAsk(c.env.visitor, COST)) return problem(TOO_MANY);
    const text = writeRecording({ header, entries: record.entries.slice(0, head.cursor) });
    return new Response(text, {
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-cache', etag },
    });
  });

  const stream = withShowing((c, onAir) => {
    const channel = c.req.query('channel') ?? 'views';
    if (channel !== 'views' && channel !== 'journal') {
      return refused({
        code: 'invalid-message',
        message: unknown('channel', channel, ['views', 'journal'], 'channels'),
      });
    }
    if (channel === 'journal' && onAir.journal === undefined) return refused(noJournal(onAir.name));
    const views = viewsIn(c);
    if ('code' in views) return refused(views);
    const { incoming, outgoing, visitor } = c.env;
    // Asking for the head alone opens nothing.
    if (incoming.method === 'HEAD')
      return new Response(null, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
    const admission = entrance.admit(incoming);
    if ('status' in admission) return problem(admission);
    if (admission.leave !== undefined) outgoing.once('close', admission.leave);
    const since = sinceOf(c.req.header('last-event-id') ?? c.req.query('since'));
    const follow = channel === 'journal' ? ({ channel, since } as const) : ({ channel, views } as const);
    openStream(hub, visitor, onAir, follow, outgoing, closeTimeoutMs);
    return RESPONSE_ALREADY_SENT;
  });

  const steer = withShowing(async (c, onAir) => {
    if (!mayControl(c, programme.keyTo(onAir.name))) {
      return refused(NOT_OPERATOR);
    }
    const wanted = await bodyOf(c, { name: 'control', schema: control, bytesMax });
    if ('code' in wanted) return refused(wanted);
    const refusal = onAir.control(wanted.value);
    if (refusal !== undefined) return refused(refusal, 422);
    return onAir.hasFailed
      ? refused(programme.find(onAir.name) as Refusal)
      : json({ ...onAir.name, head: onAir.showing.now() });
  });

  const open = async (c: Asking): Promise<Response> => {
    const wanted = await bodyOf(c, { name: 'playback', schema: wish, bytesMax });
    if ('code' in wanted) return refused(wanted);
    const opened = programme.open(c.req.param('id') ?? '', wanted.value);
    if ('code' in opened) return refused(opened);
    const { onAir, key } = opened;
    const location = `/matches/${encodeURIComponent(onAir.showing.id)}?playback=${onAir.playback}`;
    return json({ ...onAir.name, epoch: onAir.epoch, key }, { status: 201, headers: { location } });
  };

  routes.use(members);
  routes.get('/', (c) => tagged(c, () => ({ matches: programme.announced })));
  routes.get('/:id', state).get('/:id/journal', journal).get('/:id/stream', stream);
  routes.post('/:id/control', steer).post('/:id/playbacks', open);
  for (const path of ['/', '/:id', '/:id/journal', '/:id/stream']) routes.all(path, (c) => notAllowed(c, ['GET']));
  for (const path of ['/:id/control', '/:id/playbacks']) routes.all(path, (c) => notAllowed(c, ['POST']));
  return routes;
};

/** To fold the match anew, or to write its whole journal out, takes as long as many other requests. */
const COST = 10;

const STARTING: Refusal = { code: 'starting', message: 'the match has nothing to show yet; try again in a moment' };
