import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { shell } from '@renderer/lib/shell';
import { shrinkLogo } from '../model/logo';
import classes from './LogoField.module.css';

export interface LogoFieldProps {
  readonly colour: string;
  readonly monogram: string;
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

/** A brand's logo: chosen from a file and made small in the page; without one the monogram stands. */
export const LogoField = ({ colour, monogram, logo, onChange }: LogoFieldProps) => {
  const { t } = useTranslation();
  const [problem, setProblem] = useState(false);
  const choose = async (): Promise<void> => {
    const file = await shell().pickFile('image');
    if (!file) return;
    const shrunk = file.base64 === null ? null : await shrinkLogo(file.base64, file.mime);
    setProblem(shrunk === null);
    if (shrunk !== null) onChange(shrunk);
  };
  return (
    <div>
      <div className={classes.row}>
        <BrandTile workspace={{ colour, monogram, logo }} size={44} />
        <Button variant="default" onClick={() => void choose()}>
          {t('workspaces.chooseLogo')}
        </Button>
        {logo !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('workspaces.removeLogo')}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className={classes.problem}>
          {t('workspaces.logoProblem')}
        </p>
      )}
    </div>
  );
};
