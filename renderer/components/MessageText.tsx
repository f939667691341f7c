import { displayPieces } from '@shared/domain/display-text';
import { tokenise, type LinkToken } from '@shared/domain/links';
import { Fragment, memo, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '@renderer/lib/shell';
import { useFormat } from '@renderer/lib/use-format';
import classes from './MessageText.module.css';

/** Characters shown at first, and with each "show more". A message of ten megabytes must not stop the window. */
const firstPart = 20_000;
const nextPart = 50_000;

/** Cuts without tearing a surrogate pair apart. */
const cut = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
};

/** Text that a stranger wrote: text nodes and our own links, nothing else. Huge texts come in parts. */
export const MessageText = memo(({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [shownLength, setShownLength] = useState(firstPart);
  const shown = cut(text, shownLength);
  const tokens = useMemo(() => tokenise(shown), [shown]);
  return (
    <>
      <span className={classes.text} dir="auto" data-selectable>
        {tokens.map((token, index) => {
          if (token.kind === 'link') return <Link key={index} token={token} />;
          if (token.kind === 'text') return <Visible key={index} text={token.text} />;
          return (
            <bdi key={index} className={classes.tag}>
              {token.text}
            </bdi>
          );
        })}
      </span>
      {shown.length < text.length && (
        <button type="button" className={classes.more} onClick={() => setShownLength(shownLength + nextPart)}>
          {t('thread.showMore', { shown: format.number(shown.length), total: format.number(text.length) })}
        </button>
      )}
    </>
  );
});
MessageText.displayName = 'MessageText';

/** Characters of a word after which a line may break: the layout of one endless word costs the square of its length. */
const wordPart = 100;
const endlessWord = new RegExp(String.raw`\S{${wordPart}}(?=\S)`, 'gu');

/** Text whose endless words may break. */
const Breakable = ({ text }: { readonly text: string }) => {
  if (text.length <= wordPart) return text;
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(endlessWord)) {
    const to = match.index + match[0].length;
    parts.push(text.slice(from, to));
    from = to;
  }
  if (parts.length === 0) return text;
  return [...parts, text.slice(from)].map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
};

/** Text with every unseen character shown by its code. */
const Visible = ({ text }: { readonly text: string }) => (
  <>
    {displayPieces(text).map((piece, index) =>
      piece.kind === 'text' ? (
        <Breakable key={index} text={piece.text} />
      ) : (
        <span key={index} className={classes.control}>
          {piece.code}
        </span>
      ),
    )}
  </>
);

/** A link that asks before it opens the system browser. Says the real host where the text shows another one. */
const Link = ({ token }: { readonly token: LinkToken }) => {
  const { t } = useTranslation();
  const open = (): void => void shell().openLink(token.href);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    open();
  };
  return (
    <>
      <bdi role="link" tabIndex={0} className={classes.link} title={token.href} onClick={open} onKeyDown={onKeyDown}>
        {token.text}
      </bdi>
      {token.realHost !== null && (
        <span className={classes.host}> {t('thread.realHost', { host: token.realHost })}</span>
      )}
    </>
  );
};
