import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '@renderer/lib/commands';
import { IconButton } from './IconButton';
import classes from './PageFrame.module.css';

export interface PageSection<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

export interface PageFrameProps<Id extends string> {
  readonly title: string;
  /** Beside the title of the navigation: the brand's tile. */
  readonly mark?: ReactNode;
  readonly sections: readonly PageSection<Id>[];
  readonly current: Id;
  readonly onSection: (section: Id) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A page that takes the desk's place: its sections on the left, one of them on the right. Escape closes it. */
export const PageFrame = <Id extends string>({
  title,
  mark,
  sections,
  current,
  onSection,
  onClose,
  children,
}: PageFrameProps<Id>) => {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), [current]);
  // Where the focus has left the page, such as after a control was drawn anew, the key is heard all the same.
  useCommands([
    { id: 'page.close', titleKey: 'common.close', group: 'view', keys: ['Escape'], isHidden: true, run: onClose },
  ]);
  return (
    <div
      className={classes.page}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <nav aria-label={title} className={classes.nav}>
        <p className={classes.title}>
          {mark}
          <span className={classes.name}>{title}</span>
        </p>
        <ul className={classes.list}>
          {sections.map((section) => (
            <li key={section.id}>
              <button
                type="button"
                className={classes.link}
                aria-current={section.id === current ? 'page' : undefined}
                onClick={() => onSection(section.id)}
              >
                {section.label}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <main
        ref={main}
        tabIndex={-1}
        className={classes.main}
        aria-label={sections.find((one) => one.id === current)?.label}
      >
        <IconButton label={t('common.close')} className={classes.close ?? ''} onClick={onClose}>
          <IconX size={16} aria-hidden="true" />
        </IconButton>
        <div className={classes.content}>{children}</div>
      </main>
    </div>
  );
};
