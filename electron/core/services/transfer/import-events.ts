import type { InboundEvent, RemoteContact } from '../../connectors/core/types';
import type { ImportLine } from './import-format';

type Person = ImportLine['conversation']['contact'];

const contactOf = (person: Person): RemoteContact => ({
  remoteId: person.id ?? person.handle,
  handle: person.handle,
  displayName: person.name ?? person.handle,
  url: null,
});

/** Id of the brand's account on its network. */
export const accountRemoteIdOf = (line: ImportLine): string => line.account.id ?? line.account.handle;

/**
 * A line as the events that a network would have reported. Two conversations may share a message: each keeps its own
 * copy, so the conversation is part of the message's key.
 */
export function eventsOf(line: ImportLine): readonly InboundEvent[] {
  const contact = contactOf(line.conversation.contact);
  const brand: RemoteContact = {
    remoteId: accountRemoteIdOf(line),
    handle: line.account.handle,
    displayName: line.workspace.name,
    url: null,
  };
  const keyOf = (id: string): string => `${line.conversation.id}\n${id}`;
  const { kind, id } = line.conversation;
  return line.messages.map((message) => ({
    type: 'message',
    conversation: {
      remoteId: id,
      kind,
      contact,
      post: null,
      visibility: kind === 'direct' ? 'direct' : 'public',
      url: line.conversation.url ?? null,
    },
    message: {
      remoteId: keyOf(message.id),
      author: message.author ? contactOf(message.author) : message.from === 'brand' ? brand : contact,
      isOwn: message.from === 'brand',
      text: message.text,
      createdAt: message.at,
      editedAt: null,
      inReplyToRemoteId: message.inReplyTo ? keyOf(message.inReplyTo) : null,
      attachments: [],
      url: message.url ?? null,
      sendKey: null,
      data: {},
    },
  }));
}
