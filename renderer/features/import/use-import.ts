import type { OutputOf } from '@shared/contract/index';
import { useState } from 'react';
import { useCore } from '@renderer/lib/core-context';
import { shell } from '@renderer/lib/shell';
import { useCoreEvent } from '@renderer/lib/use-core';

type Preview = OutputOf<'import.preview'>;
export type ImportReport = OutputOf<'import.conversations'>;

export type ImportStep =
  | { readonly name: 'choose'; readonly error: unknown }
  | { readonly name: 'reading'; readonly fileName: string }
  | { readonly name: 'preview'; readonly fileName: string; readonly path: string; readonly preview: Preview }
  | { readonly name: 'running'; readonly importId: string; readonly done: number; readonly total: number }
  | { readonly name: 'report'; readonly report: ImportReport };

const start: ImportStep = { name: 'choose', error: null };

/** An import from the file to its report. */
export const useImport = () => {
  const core = useCore();
  const [step, setStep] = useState<ImportStep>(start);
  const fail = (error: unknown): void => setStep({ name: 'choose', error });

  const choose = async (): Promise<void> => {
    const file = await shell().pickFile('import');
    if (!file) return;
    setStep({ name: 'reading', fileName: file.name });
    core
      .call('import.preview', { path: file.path })
      .then((preview) => setStep({ name: 'preview', fileName: file.name, path: file.path, preview }), fail);
  };

  const show = (report: ImportReport, total: number): void =>
    setStep(
      report.state === 'running'
        ? { name: 'running', importId: report.importId, done: report.linesRead, total }
        : { name: 'report', report },
    );

  const run = (path: string, total: number): void => {
    core.call('import.conversations', { path, wait: false }).then((report) => show(report, total), fail);
  };

  useCoreEvent('import:progress', (progress) => {
    if (step.name !== 'running' || progress.importId !== step.importId) return;
    if (progress.state === 'running') {
      setStep({ ...step, done: progress.done, total: Math.max(progress.total, step.total) });
      return;
    }
    core.call('import.status', { importId: progress.importId }).then((report) => show(report, progress.total), fail);
  });

  const cancel = (importId: string): void => void core.call('import.cancel', { importId }).catch(fail);

  return { step, choose, run, cancel, restart: () => setStep(start) };
};
