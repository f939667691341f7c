import classes from './StateDot.module.css';

export type DotTone = 'good' | 'soon' | 'stop' | 'quiet';

/** A small mark of state. The word beside it says the same; colour is never alone. */
export const StateDot = ({ tone }: { readonly tone: DotTone }) => (
  <span aria-hidden="true" className={`${classes.dot} ${classes[tone]}`} />
);
