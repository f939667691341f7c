import { fold } from '@shared/domain/fold';
import { Modal } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Chooser.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** At the right: a time, a role. */
  readonly hint?: string;
  /** Stands in front: a check mark, a tile. */
  readonly mark?: ReactNode;
  readonly isOn?: boolean;
}

export interface ChooserProps {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  /** Offered where nothing of that name is there: `Make "urgent"`. */
  readonly makeChoice?: (typed: string) => Choice | null;
  readonly empty: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  readonly foot?: ReactNode;
}

/** A field to type in and a list under it: arrow keys move, Enter takes, Escape closes. Figures 1 to 9 are not needed where letters do. */
export const Chooser = ({ title, placeholder, choices, makeChoice, empty, onChoose, onClose, foot }: ChooserProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const word = fold(typed.trim());
  const found = choices.filter((choice) => fold(choice.label).includes(word));
  const made =
    word !== '' && !choices.some((choice) => fold(choice.label) === word) ? (makeChoice?.(typed.trim()) ?? null) : null;
  const shown = made ? [...found, made] : found;
  const index = Math.min(cursor, shown.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined && (event.key.startsWith('Arrow') || typed === '')) {
      event.preventDefault();
      setCursor((step + shown.length) % Math.max(1, shown.length));
    }
    const chosen = shown[index];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      setTyped('');
      onChoose(chosen.id);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={380}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      transitionProps={{ duration: 0 }}
    >
      <input
        data-autofocus
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-label={placeholder}
        {...(index >= 0 ? { 'aria-activedescendant': `${id}-${index}` } : {})}
        className={classes.field}
        placeholder={placeholder}
        value={typed}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={title} className={classes.list}>
        {shown.map((choice, place) => (
          <div
            key={choice.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={choice.isOn ?? place === index}
            className={classes.choice}
            data-cursor={place === index || undefined}
            onPointerMove={() => setCursor(place)}
            onClick={() => onChoose(choice.id)}
          >
            {choice.mark}
            <span className={classes.label}>{choice.label}</span>
            {choice.hint !== undefined && <span className={classes.hint}>{choice.hint}</span>}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className={classes.none}>{empty}</p>}
      {foot}
    </Modal>
  );
};
