import { useFormat } from '@renderer/lib/use-format';
import classes from './RailTile.module.css';

/** Largest count that is written out. */
const most = 99;

/** Counts on a tile: unread, and a mark where a reply is held. Decoration; the button's name says the same. */
export const CountBadge = ({ unread, held }: { readonly unread: number; readonly held: number }) => {
  const format = useFormat();
  return (
    <>
      {unread > 0 && (
        <span aria-hidden="true" className={classes.count}>
          {unread > most ? `${format.number(most)}+` : format.number(unread)}
        </span>
      )}
      {held > 0 && (
        <span aria-hidden="true" className={classes.heldMark}>
          !
        </span>
      )}
    </>
  );
};
