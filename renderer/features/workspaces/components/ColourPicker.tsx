import { ColorInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { brandPalette } from '../model/monogram';
import classes from './ColourPicker.module.css';

export interface ColourPickerProps {
  readonly value: string;
  readonly onChange: (colour: string) => void;
}

/** A brand's colour: from the palette, or any other as a hex number. */
export const ColourPicker = ({ value, onChange }: ColourPickerProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.picker}>
      <div role="radiogroup" aria-label={t('workspaces.palette')} className={classes.palette}>
        {brandPalette.map((colour, index) => (
          <label key={colour} className={classes.swatch} style={{ background: colour }}>
            <input
              type="radio"
              name="brand-colour"
              className={classes.radio}
              value={colour}
              checked={colour === value}
              aria-label={t('workspaces.colourNumber', { number: index + 1, colour })}
              onChange={() => onChange(colour)}
            />
          </label>
        ))}
      </div>
      <ColorInput
        aria-label={t('workspaces.ownColour')}
        size="xs"
        format="hex"
        withEyeDropper={false}
        value={value}
        w={130}
        popoverProps={{ withinPortal: true }}
        onChange={(next) => {
          if (/^#[0-9a-f]{6}$/i.test(next)) onChange(next.toLowerCase());
        }}
      />
    </div>
  );
};
