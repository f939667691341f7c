import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  keyCaps,
  listenForKeys,
  possibleCommands,
  runCommand,
  useCommandTable,
  type Command,
} from '@renderer/lib/commands';

class FakeElement {
  readonly isContentEditable: boolean = false;
  constructor(
    readonly tagName: string,
    readonly type = '',
    private readonly pressable = false,
  ) {}
  closest(): FakeElement | null {
    return this.pressable ? this : null;
  }
}
class FakeInput extends FakeElement {}
class FakeKeyEvent extends Event {}

let hasDialog = false;
let page: EventTarget;
let stop: () => void;
let ran: string[];

const press = (
  key: string,
  more: { readonly on?: FakeElement; readonly ctrl?: boolean; readonly shift?: boolean } = {},
): boolean => {
  const held = new Set([...(more.ctrl ? ['Control'] : []), ...(more.shift ? ['Shift'] : [])]);
  const event = Object.assign(new FakeKeyEvent('keydown', { cancelable: true }), {
    key,
    code: '',
    isComposing: false,
    getModifierState: (name: string) => held.has(name),
  });
  Object.defineProperty(event, 'target', { value: more.on ?? new FakeElement('BODY') });
  page.dispatchEvent(event);
  return event.defaultPrevented;
};

const command = (id: string, keys: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  keys,
  titleKey: id,
  group: 'navigate',
  run: () => ran.push(id),
  ...more,
});
const offer = (...commands: readonly Command[]) => useCommandTable.getState().add(commands);

beforeEach(() => {
  ran = [];
  hasDialog = false;
  page = new EventTarget();
  vi.stubGlobal('KeyboardEvent', FakeKeyEvent);
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('HTMLInputElement', FakeInput);
  vi.stubGlobal('document', { querySelector: () => (hasDialog ? {} : null) });
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
  useCommandTable.setState({ commands: [] });
  stop = listenForKeys(page as unknown as Window);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('keys', () => {
  it('run what they stand for, also when it was offered later', () => {
    offer(command('desk.next', ['j']));
    press('j');
    offer(command('desk.previous', ['k']));
    press('k');
    expect(ran).toEqual(['desk.next', 'desk.previous']);
  });

  it('never fire as single letters while a text field has the focus', () => {
    offer(command('thread.resolve', ['e']));
    expect(press('e', { on: new FakeInput('INPUT', 'text') })).toBe(false);
    press('e', { on: new FakeElement('TEXTAREA') });
    expect(ran).toEqual([]);
    press('e', { on: new FakeInput('INPUT', 'checkbox') });
    expect(ran).toEqual(['thread.resolve']);
  });

  it('fire with Ctrl in a text field, but leave the field its own undo', () => {
    offer(command('palette.open', ['Control+k']), command('undo.last', ['Control+z'], { isOffInText: true }));
    const field = new FakeElement('TEXTAREA');
    press('k', { on: field, ctrl: true });
    press('z', { on: field, ctrl: true });
    expect(ran).toEqual(['palette.open']);
    press('z', { ctrl: true });
    expect(ran).toEqual(['palette.open', 'undo.last']);
  });

  it('do not reach the desk through an open dialog', () => {
    offer(command('thread.resolve', ['e']));
    hasDialog = true;
    press('e');
    expect(ran).toEqual([]);
  });

  it('leave Enter to a button that has the focus', () => {
    offer(command('desk.open', ['Enter']));
    press('Enter', { on: new FakeElement('BUTTON', '', true) });
    expect(ran).toEqual([]);
    press('Enter');
    expect(ran).toEqual(['desk.open']);
  });

  it('find a sign that needs Shift on this keyboard', () => {
    offer(command('search.focus', ['/']));
    press('/', { shift: true });
    expect(ran).toEqual(['search.focus']);
  });

  it('do nothing that is not possible now', () => {
    offer(command('thread.hide', ['h'], { when: () => false }));
    press('h');
    expect(ran).toEqual([]);
    expect(runCommand('thread.hide')).toBe(false);
    expect(possibleCommands(useCommandTable.getState().commands)).toEqual([]);
  });

  it('belong to the newest part that offers them, and go back to the older one with it', () => {
    offer(command('old', ['$mod+Enter', 'x']));
    const takeBack = offer(command('new', ['x']));
    press('x');
    takeBack();
    press('x');
    expect(ran).toEqual(['new', 'old']);
  });

  it('are not taken from what a person types before the field is there', () => {
    offer(command('thread.reply', ['r'], { leadsToText: true }), command('thread.resolve', ['e']));
    press('r');
    press('e');
    press('e');
    expect(ran).toEqual(['thread.reply']);
    page.dispatchEvent(Object.defineProperty(new Event('focusin'), 'target', { value: new FakeElement('TEXTAREA') }));
    press('e');
    expect(ran).toEqual(['thread.reply', 'thread.resolve']);
  });

  it('run by name for the menu', () => {
    offer(command('panel.outbox', []));
    expect(runCommand('panel.outbox')).toBe(true);
    expect(runCommand('no.such')).toBe(false);
    expect(ran).toEqual(['panel.outbox']);
  });

  it('are written as the system writes them', () => {
    expect(keyCaps('$mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('$mod+Enter', true)).toEqual(['⌘', '⏎']);
    expect(keyCaps('?', false)).toEqual(['?']);
  });
});
