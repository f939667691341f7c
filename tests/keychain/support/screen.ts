import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** Key codes of an ordinary keyboard under X; a..z are what the tests type. */
const keyCodes: Readonly<Record<string, number>> = { e: 26, s: 39, t: 28, Return: 36, Escape: 9 };

const request = { getWindowAttributes: 3, queryTree: 15, queryExtension: 98 } as const;
const fakeInput = 2;
const keyPress = 2;
const keyRelease = 3;
const isViewable = 2;

/** A person's eyes and hands on an X display: sees how many windows are open, types keys. Speaks the X protocol itself. */
export interface Screen {
  /** Windows that can be seen. */
  countWindows(): Promise<number>;
  press(keys: readonly string[]): Promise<void>;
  close(): void;
}

/** Collects what arrives and hands out exact lengths. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let buffered = Buffer.alloc(0);
  let wake: () => void = () => {};
  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    wake();
  });
  return async (length) => {
    while (buffered.length < length) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const taken = buffered.subarray(0, length);
    buffered = buffered.subarray(length);
    return taken;
  };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

export async function openScreen(display: string): Promise<Screen> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('error', reject);
  });
  const read = reader(socket);
  const hello = Buffer.alloc(12);
  hello.write('l');
  hello.writeUInt16LE(11, 2);
  socket.write(hello);
  const head = await read(8);
  const setup = await read(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error('the display refused the connection');
  const vendorLength = setup.readUInt16LE(16);
  const formats = setup.readUInt8(21);
  const root = setup.readUInt32LE(32 + padded(vendorLength) + formats * 8);

  /** Sends one request and reads its reply; events in between are passed over. An error reply is null. */
  const ask = async (opcode: number, body: Buffer): Promise<Buffer | null> => {
    const header = Buffer.alloc(4);
    header.writeUInt8(opcode, 0);
    header.writeUInt16LE((4 + body.length) / 4, 2);
    socket.write(Buffer.concat([header, body]));
    for (;;) {
      const packet = await read(32);
      if (packet[0] === 0) return null;
      if (packet[0] === 1) return Buffer.concat([packet, await read(packet.readUInt32LE(4) * 4)]);
    }
  };
  const windowBody = (window: number): Buffer => {
    const body = Buffer.alloc(4);
    body.writeUInt32LE(window);
    return body;
  };

  const name = Buffer.alloc(4 + 8);
  name.writeUInt16LE(5, 0);
  name.write('XTEST', 4);
  const extension = await ask(request.queryExtension, name);
  const testOpcode = extension?.readUInt8(9) ?? 0;

  const send = (type: number, keyCode: number): void => {
    const packet = Buffer.alloc(36);
    packet.writeUInt8(testOpcode, 0);
    packet.writeUInt8(fakeInput, 1);
    packet.writeUInt16LE(9, 2);
    packet.writeUInt8(type, 4);
    packet.writeUInt8(keyCode, 5);
    socket.write(packet);
  };

  return {
    async countWindows() {
      const tree = await ask(request.queryTree, windowBody(root));
      if (!tree) return 0;
      let visible = 0;
      for (let n = 0; n < tree.readUInt16LE(16); n += 1) {
        const attributes = await ask(request.getWindowAttributes, windowBody(tree.readUInt32LE(32 + n * 4)));
        if (attributes?.readUInt8(26) === isViewable) visible += 1;
      }
      return visible;
    },
    async press(keys) {
      for (const key of keys) {
        const keyCode = keyCodes[key];
        if (keyCode === undefined) throw new Error(`no key code for ${key}`);
        send(keyPress, keyCode);
        send(keyRelease, keyCode);
      }
      // A reply proves that everything before it was taken.
      await ask(request.queryTree, windowBody(root));
    },
    close: () => socket.destroy(),
  };
}
