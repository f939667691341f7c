import { ok } from '@shared/domain/result';
import type { SecretsPort } from '../ports/secrets';
import type { AgencyService } from '../services/agency/agency-service';
import type { SettingsService } from '../services/agency/settings-service';
import type { StaffService } from '../services/agency/staff-service';
import { doneValue, type HandlersOf } from './handler';

interface Services {
  readonly agency: AgencyService;
  readonly settings: SettingsService;
  readonly staff: StaffService;
  readonly secrets: SecretsPort;
}

export const agencyHandlers = ({ agency, settings, staff, secrets }: Services): HandlersOf<'agency'> => ({
  'agency.get': (_input, caller) => ok(agency.get(caller)),
  'agency.openSample': (_input, caller) => agency.openSample(caller),
  'agency.updateSettings': (input) => ok(settings.update(input)),
  'agency.listStaff': () => ok([...staff.list()]),
  'agency.saveStaff': (input, caller) => staff.save(caller, input),
  'agency.actAs': (input, caller) => staff.actAs(caller, input.staffId),
  'agency.listViews': () => ok([...settings.listViews()]),
  'agency.saveView': (input, caller) => settings.saveView(caller, input),
  'agency.deleteView': (input, caller) => {
    const deleted = settings.deleteView(caller, input.id);
    return deleted.ok ? ok(doneValue) : deleted;
  },
  'agency.checkKeychain': async (input) => ok({ state: await secrets.refresh(input.trigger) }),
  'agency.reconnectAccounts': async () => ok({ state: await secrets.acceptLoss() }),
});
