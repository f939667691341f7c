import type { InputOf } from '@shared/contract/index';
import type { Workspace } from '@shared/contract/views';
import { identitiesOf } from './identities';
import { brandPalette, monogramOf } from './monogram';
import { ownZone } from './zones';

/** What stands in the form. `monogram` is empty while it follows the name; `identities` are as typed. */
export interface WorkspaceForm {
  readonly name: string;
  readonly colour: string;
  readonly monogram: string;
  readonly logo: string | null;
  readonly timezone: string;
  readonly language: string;
  readonly recallSeconds: number;
  readonly identities: readonly string[];
}

export const newForm = (taken: readonly Workspace[], language: string): WorkspaceForm => {
  const used = new Set(taken.map((workspace) => workspace.colour));
  return {
    name: '',
    colour: brandPalette.find((colour) => !used.has(colour)) ?? brandPalette[0],
    monogram: '',
    logo: null,
    timezone: ownZone(),
    language,
    recallSeconds: 10,
    identities: [],
  };
};

export const formOf = (workspace: Workspace): WorkspaceForm => ({
  name: workspace.name,
  colour: workspace.colour,
  monogram: workspace.monogram,
  logo: workspace.logo,
  timezone: workspace.timezone,
  language: workspace.language,
  recallSeconds: workspace.recallMs / 1000,
  identities: workspace.identities.map((identity) => identity.value),
});

export const inputOf = (form: WorkspaceForm): InputOf<'workspaces.create'> => ({
  name: form.name.trim(),
  colour: form.colour,
  monogram: form.monogram.trim() || monogramOf(form.name, form.language) || '?',
  logo: form.logo,
  timezone: form.timezone,
  language: form.language,
  recallMs: Math.round(form.recallSeconds * 1000),
  identities: [...identitiesOf(form.identities)],
});
