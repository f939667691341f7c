import { settings as settingsSchema } from '@shared/contract/agency';
import type { SavedView, Settings, ViewFilter } from '@shared/contract/views';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { inAgencyTransaction } from '../../db/agency/agency-db';
import { readSettings, writeSetting } from '../../db/agency/repositories/settings-repository';
import { listViews, removeView, saveView } from '../../db/agency/repositories/view-repository';
import { writeContext, type Caller, type ServiceDeps } from '../deps';

const defaults: Settings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  zoomPercent: 100,
  notifications: { isOn: true, showsText: true, quietHours: null },
  spellcheckDownload: null,
};

export interface ViewEdit {
  readonly id?: string | undefined;
  readonly name: string;
  readonly workspaceId: string | null;
  readonly filter: ViewFilter;
}

/** Settings of the installation and saved views of the desk. */
export interface SettingsService {
  read(): Settings;
  update(edit: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Settings;
  listViews(): readonly SavedView[];
  saveView(caller: Caller, edit: ViewEdit): Result<SavedView>;
  deleteView(caller: Caller, id: string): Result<null>;
}

export function createSettingsService(deps: ServiceDeps): SettingsService {
  const { agency } = deps;
  const read = (): Settings => {
    // A value that a newer or older app wrote and this one does not know falls back to the default, key by key.
    const stored = readSettings(agency);
    const merged: Record<string, unknown> = { ...defaults };
    for (const [key, schema] of Object.entries(settingsSchema.shape)) {
      const parsed = schema.safeParse(stored[key]);
      if (parsed.success && stored[key] !== undefined) merged[key] = parsed.data;
    }
    return settingsSchema.parse(merged);
  };
  const views = (): readonly SavedView[] =>
    listViews(agency).map(({ id, name, workspaceId, filter, position }) => ({
      id,
      name,
      workspaceId,
      filter,
      position,
    }));
  return {
    read,
    update(edit) {
      const at = deps.clock.now();
      inAgencyTransaction(agency, () => {
        for (const [key, value] of Object.entries(edit)) if (value !== undefined) writeSetting(agency, key, value, at);
      });
      deps.emit('agency:changed', {});
      return read();
    },
    listViews: views,
    saveView(caller, edit) {
      const known = views().find((view) => view.id === edit.id);
      if (edit.id !== undefined && !known) return err(appError('not_found', 'There is no such view.'));
      const context = writeContext(deps, caller);
      const record = {
        id: known?.id ?? deps.newId(),
        name: edit.name,
        workspaceId: edit.workspaceId,
        filter: edit.filter,
        position: known?.position ?? (views().at(-1)?.position ?? 0) + 1,
      };
      inAgencyTransaction(agency, () =>
        saveView(agency, context, { ...record, updatedAt: context.at, deletedAt: null }),
      );
      deps.emit('agency:changed', {});
      return ok(record);
    },
    deleteView(caller, id) {
      inAgencyTransaction(agency, () => removeView(agency, writeContext(deps, caller), id));
      deps.emit('agency:changed', {});
      return ok(null);
    },
  };
}
