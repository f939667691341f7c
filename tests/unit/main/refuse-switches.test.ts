import { describe, expect, it, vi } from 'vitest';
import {
  findRefusedSwitch,
  refusedSwitches,
  refuseWeakeningSwitches,
} from '../../../electron/main/app/refuse-switches';

const none = () => false;

describe('switches that would open or weaken the app', () => {
  it.each(refusedSwitches)('--%s is found in every spelling that Chromium reads', (name) => {
    for (const argument of [`--${name}`, `--${name}=1`, `-${name}`, `/${name}`, `--${name.toUpperCase()}`]) {
      expect(findRefusedSwitch(['.', argument], none)).toBe(name);
    }
    expect(findRefusedSwitch([], (each) => each === name)).toBe(name);
  });

  it('leaves the switches of a person alone', () => {
    const argv = [
      '--profile=/srv/a',
      '--profile',
      '/inspect/here',
      '--lang=tr',
      '--open=w/c',
      '--force-device-scale-factor=2',
    ];
    expect(findRefusedSwitch(argv, none)).toBeNull();
  });

  it('ends a packaged app with status 97, and no other', () => {
    const exit = vi.fn();
    const options = { argv: ['--inspect=0'], hasSwitch: none, exit, say: () => {} };
    refuseWeakeningSwitches({ ...options, isPackaged: false });
    refuseWeakeningSwitches({ ...options, argv: ['--lang=tr'], isPackaged: true });
    expect(exit).not.toHaveBeenCalled();
    refuseWeakeningSwitches({ ...options, isPackaged: true });
    expect(exit).toHaveBeenCalledExactlyOnceWith(97);
  });
});
