import type { Draft } from '@shared/contract/views';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCore } from '@renderer/lib/core-context';
import { fromBase64, toBase64 } from '@renderer/lib/image-size';
import { shell } from '@renderer/lib/shell';
import type { DraftSession } from '../model/draft-session';
import { fitImage, type ImageProblem } from '../model/fit-image';
import type { imagesFor } from '../model/writing';
import { useDraftValue } from './use-draft';

export type ImageRule = ReturnType<typeof imagesFor>;

export interface Attachments {
  /** What the account takes here; null where it takes no images. */
  readonly limits: ImageRule;
  readonly isFull: boolean;
  readonly isBusy: boolean;
  /** Why the last image was not taken, a key of `composer.images`. */
  readonly problem: ImageProblem | 'tooMany' | null;
  add(files: readonly File[]): void;
  /** Asks the system for a file. */
  pick(): void;
  setAlt(attachmentId: string, alt: string): void;
  remove(attachmentId: string): void;
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Images of a draft: checked and fitted here, kept by the core. */
export const useAttachments = (session: DraftSession, limits: ImageRule): Attachments => {
  const core = useCore();
  const showError = useErrorToast();
  const count = useDraftValue(session, (snapshot) => snapshot.draft?.attachments.length ?? 0);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Attachments['problem']>(null);
  const { workspaceId, conversationId } = session.binding;
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const attach = useCallback(
    async (sources: readonly Source[]): Promise<void> => {
      if (limits === null) return;
      await session.flush();
      for (const { name, bytes } of sources) {
        if ((session.snapshot().draft?.attachments.length ?? 0) >= limits.maxCount) {
          setProblem('tooMany');
          return;
        }
        const fitted = await fitImage(bytes, limits);
        if (!fitted.ok) {
          setProblem(fitted.problem);
          continue;
        }
        const input = {
          workspaceId,
          conversationId,
          name: name.slice(0, 200),
          mime: fitted.mime,
          base64: toBase64(fitted.bytes),
        };
        session.adopt(await core.call('drafts.attach', input));
      }
    },
    [conversationId, core, limits, session, workspaceId],
  );
  const runAttach = useCallback(
    (sources: Promise<readonly Source[]>): void => {
      setProblem(null);
      setBusy(true);
      sources
        .then(attach)
        .catch(showError)
        .finally(() => !isGone.current && setBusy(false));
    },
    [attach, showError],
  );
  const change = useCallback(
    (call: Promise<Draft>): void => void call.then((draft) => session.adopt(draft)).catch(showError),
    [session, showError],
  );

  return {
    limits,
    isFull: limits !== null && count >= limits.maxCount,
    isBusy,
    problem,
    add: useCallback(
      (files) =>
        runAttach(
          Promise.all(
            files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
          ),
        ),
      [runAttach],
    ),
    pick: useCallback(() => {
      const picked = shell()
        .pickFile('image')
        .then((file) => (file?.base64 ? [{ name: file.name, bytes: fromBase64(file.base64) }] : []));
      runAttach(picked);
    }, [runAttach]),
    setAlt: useCallback(
      (attachmentId, alt) => change(core.call('drafts.setAlt', { workspaceId, attachmentId, alt })),
      [change, core, workspaceId],
    ),
    remove: useCallback(
      (attachmentId) => change(core.call('drafts.detach', { workspaceId, attachmentId })),
      [change, core, workspaceId],
    ),
  };
};
