// The least that a page does with the shell: holds the core's port and keeps what it hears.
const bare = { ports: 0, events: [], commands: [], waiting: new Map(), lastId: 0, port: null };

window.addEventListener('message', (event) => {
  if (event.data !== 'chorale:core-port' || event.source !== window) return;
  bare.ports += 1;
  bare.port = event.ports[0];
  bare.port.addEventListener('message', ({ data }) => {
    if ('event' in data) bare.events.push(data);
    else bare.waiting.get(data.id)?.(data.value);
  });
  bare.port.start();
});
window.shell.onCommand((command) => bare.commands.push(command));

bare.call = (op, input = {}) =>
  new Promise((resolve) => {
    bare.lastId += 1;
    bare.waiting.set(bare.lastId, resolve);
    bare.port.postMessage({ id: bare.lastId, op, input });
  });
window.bare = bare;
