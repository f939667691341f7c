import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { create } from 'zustand';

/** Heading of a command in the palette and the help sheet; translated as `commands.groups.<group>`. */
export const commandGroups = ['navigate', 'conversation', 'write', 'view', 'agency'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** One thing a person can do, for keys, palette, help sheet and the menu. */
export interface Command {
  /** Stable, `feature.verb`; main's menu names it. */
  readonly id: string;
  readonly titleKey: string;
  /** Values for the title. */
  readonly titleValues?: Readonly<Record<string, string | number>>;
  readonly group: CommandGroup;
  /** In the words of tinykeys; `$mod` is Ctrl, Cmd on macOS. A key without `$mod` never fires in a text field. */
  readonly keys?: readonly string[];
  /** It puts the person into a text field: letters typed before the field is there are dropped, not taken for commands. */
  readonly leadsToText?: boolean;
  /** Keys that a text field needs for itself, such as undo, stay off there although they hold `$mod`. */
  readonly isOffInText?: boolean;
  /** False: not possible now; it is not offered either. */
  readonly when?: () => boolean;
  /** Not in the palette: reachable by key only. */
  readonly isHidden?: boolean;
  readonly run: () => void;
}

interface CommandTable {
  readonly commands: readonly Command[];
  add(commands: readonly Command[]): () => void;
}

/** All commands that can be reached now; later ones win where two share a key. */
export const useCommandTable = create<CommandTable>()((set) => ({
  commands: [],
  add: (added) => {
    set((state) => ({ commands: [...state.commands, ...added] }));
    return () => set((state) => ({ commands: state.commands.filter((command) => !added.includes(command)) }));
  },
}));

const signature = (command: Command): string =>
  [
    command.id,
    command.titleKey,
    command.group,
    command.isHidden,
    JSON.stringify(command.titleValues),
    command.keys,
  ].join('|');

/** Offers commands for as long as the component lives. `run` and `when` may change on every render at no cost. */
export const useCommands = (commands: readonly Command[]): void => {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const marks = commands.map(signature).join('\n');
  useEffect(() => {
    const current = (id: string): Command | undefined => latest.current.find((command) => command.id === id);
    const held = latest.current.map((command) => ({
      ...command,
      when: () => current(command.id)?.when?.() ?? true,
      run: () => current(command.id)?.run(),
    }));
    return useCommandTable.getState().add(held);
  }, [marks]);
};

const canRun = (command: Command): boolean => command.when?.() ?? true;

/** Commands that are possible now, in the order of the groups. */
export const possibleCommands = (commands: readonly Command[]): readonly Command[] =>
  commandGroups.flatMap((group) => commands.filter((command) => command.group === group && canRun(command)));

/** Runs a command by its id; false where it is unknown or not possible now. */
export const runCommand = (id: string): boolean => {
  const command = useCommandTable.getState().commands.findLast((candidate) => candidate.id === id);
  if (!command || !canRun(command)) return false;
  command.run();
  return true;
};

const textInputs = new Set([
  'text',
  'search',
  'url',
  'email',
  'password',
  'tel',
  'number',
  'date',
  'time',
  'datetime-local',
]);

/** Whether typing goes into this element. */
export const isTextField = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target instanceof HTMLInputElement && textInputs.has(target.type);
};

/** Elements that answer to Enter themselves. */
const pressable = 'a[href], button, summary, [role="button"], [role="menuitem"], [role="tab"], [role="switch"]';

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(pressable) !== null;

const isInDialog = (): boolean => document.querySelector('[aria-modal="true"], [role="menu"]') !== null;

const hasModifier = (key: string): boolean => /\$mod|Control|Meta|Alt/.test(key);

/** Whether a key may fire where the focus is. */
const mayFire = (command: Command, key: string, event: KeyboardEvent): boolean => {
  if (event.isComposing) return false;
  const inText = isTextField(event.target);
  if (inText && (command.isOffInText === true || !hasModifier(key))) return false;
  if (hasModifier(key)) return true;
  if (isInDialog()) return false;
  return !(/(^|\+)(Enter|Space)$/.test(key) && isPressable(event.target));
};

/** A sign such as `/` needs Shift on some keyboards, so it is heard with and without. */
const spellings = (key: string): readonly string[] => (/^[^\p{L}\p{N}]$/u.test(key) ? [key, `Shift+${key}`] : [key]);

/** Longest time for which letters are held back while a text field is on its way, ms. */
const textWaitMs = 3_000;

/** Listens for the keys of every command, now and later registered. */
export const listenForKeys = (target: Window): (() => void) => {
  let stop: (() => void) | null = null;
  let textUntil = 0;
  const arrive = (event: Event): void => {
    if (isTextField(event.target)) textUntil = 0;
  };
  const isHeldBack = (key: string, event: KeyboardEvent): boolean =>
    event.timeStamp < textUntil && !hasModifier(key) && !isTextField(event.target);
  target.addEventListener('focusin', arrive);
  const bind = (commands: readonly Command[]): void => {
    stop?.();
    const keys = new Set(commands.flatMap((command) => command.keys ?? []));
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const key of keys) {
      const fire = (event: KeyboardEvent): void => {
        if (event.defaultPrevented) return;
        if (isHeldBack(key, event)) {
          event.preventDefault();
          return;
        }
        const command = commands.findLast(
          (candidate) => candidate.keys?.includes(key) && mayFire(candidate, key, event) && canRun(candidate),
        );
        if (!command) return;
        event.preventDefault();
        textUntil = command.leadsToText === true ? event.timeStamp + textWaitMs : 0;
        command.run();
      };
      for (const spelling of spellings(key)) bindings[spelling] = fire;
    }
    stop = tinykeys(target, bindings);
  };
  bind(useCommandTable.getState().commands);
  const unsubscribe = useCommandTable.subscribe((state) => bind(state.commands));
  return () => {
    target.removeEventListener('focusin', arrive);
    unsubscribe();
    stop?.();
  };
};

const macSigns: Readonly<Record<string, string>> = { $mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '⏎' };
const otherSigns: Readonly<Record<string, string>> = { $mod: 'Ctrl', Enter: '⏎' };

/** How a key is written on screen: `Ctrl K`, `⌘K`. One part per key cap. */
export const keyCaps = (key: string, isOnMac: boolean): readonly string[] => {
  const signs = isOnMac ? macSigns : otherSigns;
  return key.split(/(?<!^)\+/).map((part) => signs[part] ?? (part.length === 1 ? part.toLocaleUpperCase('en') : part));
};
