import { keyCaps } from '@renderer/lib/commands';
import { isMac } from '@renderer/lib/shell';
import classes from './Kbd.module.css';

/** A key as it is shown beside what it does. Decoration: the button carries `aria-keyshortcuts` or the help sheet says it. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <kbd aria-hidden="true" className={classes.kbd}>
    {keyCaps(keys, isMac()).join(isMac() ? '' : ' ')}
  </kbd>
);
