import { app } from 'electron';
import { refuseWeakeningSwitches } from './app/refuse-switches';
import { start } from './app/start';

refuseWeakeningSwitches({
  isPackaged: app.isPackaged,
  argv: process.argv.slice(1),
  hasSwitch: (name) => app.commandLine.hasSwitch(name),
  exit: (code) => process.exit(code),
  say: (line) => process.stderr.write(line),
});
start();
