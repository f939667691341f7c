// Server-sent events: what `activity.mjs` publishes, with the heartbeat comment of the real server.

const HEARTBEAT_MS = 15_000;
const ALL = ['update', 'notification', 'delete', 'status.update', 'conversation', 'notifications_merged'];
const STREAMS = {
  user: ALL,
  'user/notification': ['notification', 'notifications_merged'],
  'user:notification': ['notification', 'notifications_merged'],
  direct: ['conversation'],
};

const open =
  (name) =>
  ({ world, viewerId, request, response, query }) => {
    const events = STREAMS[name ?? query.get('stream')];
    if (events === undefined) return { status: 400, json: { error: 'Unknown stream type' } };
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      connection: 'keep-alive',
    });
    response.write(':)\n:thump\n');
    const stream = { accountId: viewerId, events: new Set(events), response };
    world.streams.add(stream);
    const heartbeat = setInterval(() => response.write(':thump\n'), HEARTBEAT_MS).unref();
    request.once('close', () => {
      clearInterval(heartbeat);
      world.streams.delete(stream);
    });
    return undefined;
  };

const stream = (name) => ({ scope: 'read:statuses', run: open(name) });

export const streamingRoutes = {
  'GET /api/v1/streaming': stream(),
  'GET /api/v1/streaming/user': stream('user'),
  'GET /api/v1/streaming/user/notification': { scope: 'read:notifications', run: open('user/notification') },
  'GET /api/v1/streaming/direct': stream('direct'),
  'GET /api/v1/streaming/health': () => ({ bytes: 'OK', type: 'text/plain' }),
};
