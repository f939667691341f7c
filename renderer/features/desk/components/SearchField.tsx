import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconSearch, IconX } from '@tabler/icons-react';
import { Kbd } from '@renderer/components/Kbd';
import { runCommand, useCommands } from '@renderer/lib/commands';
import { useUiState } from '@renderer/lib/ui-state';
import classes from './SearchField.module.css';

/** The desk's search field: words, "phrases" and filters. `/` comes here, Escape empties it and goes back to the list. */
export const SearchField = () => {
  const { t } = useTranslation();
  const text = useUiState((state) => state.searchText);
  const setText = useUiState((state) => state.setSearchText);
  const field = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'search.focus',
      titleKey: 'desk.commands.search',
      group: 'navigate',
      keys: ['/'],
      run: () => {
        field.current?.focus();
        field.current?.select();
      },
    },
  ]);
  return (
    <div className={classes.field}>
      <IconSearch size={14} aria-hidden="true" className={classes.icon} />
      <input
        ref={field}
        type="text"
        role="searchbox"
        className={classes.input}
        aria-label={t('desk.search.label')}
        aria-keyshortcuts="/"
        placeholder={t('desk.search.placeholder')}
        title={t('desk.search.help')}
        value={text}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            setText('');
            event.currentTarget.blur();
            document.querySelector<HTMLElement>('[role="listbox"]')?.focus();
          }
          if (event.key === 'Enter') runCommand('desk.open');
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[role="listbox"]')?.focus();
        }}
      />
      {text === '' ? (
        <span className={classes.key}>
          <Kbd keys="/" />
        </span>
      ) : (
        <button type="button" className={classes.clear} aria-label={t('desk.search.clear')} onClick={() => setText('')}>
          <IconX size={14} />
        </button>
      )}
    </div>
  );
};
