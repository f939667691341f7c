import type { BrandMark } from '@shared/contract/views';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '@renderer/lib/core-context';
import type { EditorMark } from '../editor/marks';
import type { DraftSession } from '../model/draft-session';

/** Rest after a key before the text is checked, ms: nothing moves under the hands of somebody typing. */
const restMs = 450;
const none: readonly BrandMark[] = [];

export interface BrandCheck {
  readonly otherBrands: readonly BrandMark[];
  readonly marks: readonly EditorMark[];
}

/** Asks the core which other brands a draft names. An answer about an older text is dropped. */
export const useBrandCheck = (session: DraftSession): BrandCheck => {
  const core = useCore();
  const { t } = useTranslation();
  const [found, setFound] = useState<readonly BrandMark[]>(none);
  useEffect(() => {
    const { workspaceId, conversationId } = session.binding;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let checked: string | null = null;
    let isOver = false;
    const take = (marks: readonly BrandMark[]): void =>
      setFound((now) => (now.length + marks.length === 0 ? now : marks));
    const check = async (): Promise<void> => {
      const { text } = session.snapshot();
      checked = text;
      if (text.trim() === '') {
        take(none);
        return;
      }
      const { otherBrands } = await core.call('drafts.check', { workspaceId, conversationId, text });
      if (!isOver && session.snapshot().text === text) take(otherBrands);
    };
    const plan = (): void => {
      if (session.snapshot().text === checked) return;
      if (timer !== null) clearTimeout(timer);
      // The core checks again before it sends: a check that fails here shows nothing and loses nothing.
      timer = setTimeout(() => void check().catch(() => undefined), restMs);
    };
    plan();
    const unsubscribe = session.subscribe(plan);
    return () => {
      isOver = true;
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [core, session]);
  const marks = useMemo(
    () =>
      found.map(({ from, to, text, otherWorkspaceName }) => ({
        from,
        to,
        title: t('composer.belongsTo', { text, brand: otherWorkspaceName }),
      })),
    [found, t],
  );
  return { otherBrands: found, marks };
};
