import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { commandGroups, keyCaps, useCommandTable, type Command } from '@renderer/lib/commands';
import { isMac } from '@renderer/lib/shell';
import classes from './HelpSheet.module.css';

/** One line per command that has a key; where two features offer the same command, the newest counts. */
const withKeys = (commands: readonly Command[]): readonly Command[] => {
  const byId = new Map(commands.map((command) => [command.id, command]));
  return [...byId.values()].filter((command) => command.keys !== undefined && command.keys.length > 0);
};

/** All keys, by what they are for. */
export const HelpSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const commands = withKeys(useCommandTable((state) => state.commands));
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.lead}>{t('shortcuts.lead')}</p>
      <div className={classes.groups}>
        {commandGroups.map((group) => {
          const inGroup = commands.filter((command) => command.group === group);
          return inGroup.length === 0 ? null : (
            <section key={group} aria-labelledby={`keys-${group}`}>
              <h3 id={`keys-${group}`} className={classes.head}>
                {t(`commands.groups.${group}`)}
              </h3>
              <dl className={classes.list}>
                {inGroup.map((command) => (
                  <Fragment key={command.id}>
                    <dt className={classes.keys}>
                      <Caps keys={command.keys?.[0] ?? ''} />
                    </dt>
                    <dd className={classes.what}>{t(command.titleKey, { ...command.titleValues })}</dd>
                  </Fragment>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Modal>
  );
};

const Caps = ({ keys }: { readonly keys: string }) => (
  <>
    {keyCaps(keys, isMac()).map((cap) => (
      <kbd key={cap} className={classes.cap}>
        {cap}
      </kbd>
    ))}
  </>
);
