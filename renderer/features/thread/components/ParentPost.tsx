import type { ParentPost as Post, Workspace } from '@shared/contract/views';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/components/IconButton';
import { MessageText } from '@renderer/components/MessageText';
import { PersonName } from '@renderer/components/PersonName';
import { useNow } from '@renderer/hooks/use-now';
import { shell } from '@renderer/lib/shell';
import { useFormat } from '@renderer/lib/use-format';
import classes from './ParentPost.module.css';

/** Length from which a post is folded, UTF-16. */
const foldFrom = 220;

/** The post that a comment or mention is about; stays in view above the thread. */
export const ParentPost = ({ post, workspace }: { readonly post: Post; readonly workspace: Workspace }) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const now = useNow();
  const [isFolded, setFolded] = useState(true);
  const canFold = post.text.length > foldFrom || post.text.split('\n').length > 3;
  const { url } = post;
  return (
    <article className={classes.post} aria-label={t('thread.post.label')}>
      <p className={classes.head}>
        {post.isOwn ? (
          <span className={classes.own}>{t('thread.post.own', { brand: workspace.name })}</span>
        ) : (
          <span className={classes.author}>
            <PersonName name={post.authorName} handle={post.authorHandle} />
          </span>
        )}
        <time dateTime={new Date(post.createdAt).toISOString()} title={format.full(post.createdAt)}>
          {' '}
          · {format.day(post.createdAt, now)}
        </time>
        {post.isDeleted && <span className={classes.deleted}> · {t('thread.post.deleted')}</span>}
      </p>
      {url !== null && (
        <IconButton
          label={t('thread.openInBrowser')}
          className={classes.link ?? ''}
          onClick={() => void shell().openLink(url)}
        >
          <IconExternalLink size={15} aria-hidden="true" />
        </IconButton>
      )}
      <div className={classes.text} data-folded={(canFold && isFolded) || undefined}>
        <MessageText text={post.text} />
      </div>
      {canFold && (
        <button type="button" className={classes.fold} aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
          {t(isFolded ? 'thread.post.more' : 'thread.post.less')}
        </button>
      )}
    </article>
  );
};
