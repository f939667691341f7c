import { maxStreamEvent } from './figures';

/** An event of a text/event-stream: its name, and no more, since a stream only wakes. */
export type StreamListener = (event: string) => void;

/** Reads an event stream piece by piece; comments (the server's sign of life) pass by. Source: HTML standard, section 9.2. */
export function createEventReader(onEvent: StreamListener): (piece: string) => void {
  let buffer = '';
  let name = '';
  let hasData = false;
  const line = (text: string): void => {
    if (text === '') {
      if (name !== '' && hasData) onEvent(name);
      name = '';
      hasData = false;
    } else if (text.startsWith('event:')) name = text.slice(6).trim();
    else if (text.startsWith('data:')) hasData = true;
  };
  return (piece) => {
    buffer += piece;
    const lines = buffer.split(/\r\n|\n|\r(?!$)/);
    buffer = lines.pop() ?? '';
    for (const one of lines) line(one);
    // Content is of no interest: of a line without an end only its beginning is kept.
    if (buffer.length > maxStreamEvent) buffer = buffer.slice(0, 16);
  };
}
