import { Fragment } from 'react';
import classes from './SearchMark.module.css';

export interface TextMark {
  /** UTF-16 offsets in the text. */
  readonly from: number;
  readonly to: number;
}

export interface SearchMarkProps {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** `found`: a hit of a search. `stop`: a word that must not be there. */
  readonly tone?: 'found' | 'stop';
}

/** A text with places marked. Text nodes only, whoever wrote it. */
export const SearchMark = ({ text, marks, tone = 'found' }: SearchMarkProps) => {
  let end = 0;
  const sorted = [...marks].sort((one, other) => one.from - other.from);
  const parts = sorted.flatMap((mark) => {
    if (mark.from < end || mark.to > text.length || mark.to <= mark.from) return [];
    const before = text.slice(end, mark.from);
    end = mark.to;
    return [
      <Fragment key={mark.from}>
        {before}
        <mark className={classes[tone]}>{text.slice(mark.from, mark.to)}</mark>
      </Fragment>,
    ];
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
};
