import { memo } from 'react';
import classes from './Avatar.module.css';

/** First letters of the first and last word of a name; a dash where there is no letter. */
export const initialsOf = (name: string): string => {
  const letters = name
    .split(/\s+/)
    .map((word) => /\p{L}|\p{N}/u.exec(word)?.[0] ?? '')
    .filter((letter) => letter !== '');
  const [first = '–', last = ''] = letters.length > 1 ? [letters[0], letters[letters.length - 1]] : letters;
  return (first + last).toLocaleUpperCase();
};

/** A person as initials. Nothing remote is fetched, so there are no pictures of strangers. Decoration. */
export const Avatar = memo(({ name, size = 32 }: { readonly name: string; readonly size?: number }) => (
  <span
    aria-hidden="true"
    className={classes.avatar}
    style={{ width: size, height: size, fontSize: Math.round(size * 0.34) }}
  >
    {initialsOf(name)}
  </span>
));
Avatar.displayName = 'Avatar';
