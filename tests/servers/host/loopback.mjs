// Servers that know nothing of our proxy or of loopback are bent to both here, at the one place where Node opens a port.
import { Server } from 'node:net';

/**
 * From now on every port of this process opens on 127.0.0.1 only. A port in `moved` opens at its mapped number instead,
 * so that a proxy can stand at the address that the server believes to be its own.
 */
export const keepPortsOnLoopback = (moved = new Map()) => {
  const original = Server.prototype.listen;
  const place = (port) => moved.get(Number(port)) ?? Number(port);
  Server.prototype.listen = function listenOnLoopback(first, ...rest) {
    if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) {
      const callback = rest.find((value) => typeof value === 'function');
      return original.call(this, { port: place(first), host: '127.0.0.1' }, callback);
    }
    if (typeof first === 'object' && first !== null && 'port' in first && !first.path) {
      return original.call(this, { ...first, port: place(first.port), host: '127.0.0.1' }, ...rest);
    }
    return original.call(this, first, ...rest);
  };
};
