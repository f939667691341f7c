import { powerMonitor } from 'electron';

/** Tells when the machine goes to sleep and wakes, so that sync starts calmly afterwards. */
export function watchPower(listener: (state: 'suspend' | 'resume') => void): void {
  powerMonitor.on('suspend', () => listener('suspend'));
  powerMonitor.on('resume', () => listener('resume'));
}
