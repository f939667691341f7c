import { z } from 'zod';
import { done, id, nothing, role, time } from './fields';
import type { FeatureContract } from './operation';

export const settings = z.object({
  language: z.enum(['system', 'en', 'tr']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  zoomPercent: z.number().int().min(60).max(200),
  notifications: z.object({
    isOn: z.boolean(),
    showsText: z.boolean(),
    /** Local times `HH:MM`; null means no quiet hours. Ends on the next day where `to` is earlier than `from`. */
    quietHours: z.object({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) }).nullable(),
  }),
  /** Null: not asked yet. False: use what is on the machine. True: the person agreed to download dictionaries. */
  spellcheckDownload: z.boolean().nullable(),
});

export const staffMember = z.object({
  id,
  name: z.string(),
  role,
  /** Null: every workspace. */
  workspaceIds: z.array(id).nullable(),
  isActive: z.boolean(),
});

export const viewFilter = z.object({
  kinds: z.array(z.enum(['direct', 'comment', 'mention', 'review'])).optional(),
  networks: z.array(z.string()).optional(),
  statuses: z.array(z.enum(['open', 'pending', 'snoozed', 'resolved'])).optional(),
  /** A staff id, `me` or `none`. */
  assignee: z.string().optional(),
  labelName: z.string().optional(),
  isUnread: z.boolean().optional(),
  hasDraft: z.boolean().optional(),
});

export const savedView = z.object({
  id,
  name: z.string().min(1).max(60),
  workspaceId: id.nullable(),
  filter: viewFilter,
  position: z.number().int(),
});

export const keychainStateName = z.enum(['ready', 'none', 'locked', 'prompt_open', 'frozen', 'lost', 'damaged']);

/** The installation: who works here, how it looks, what state it is in. */
export const agencyContract = {
  'agency.get': {
    summary: 'The installation, who acts, its settings and the state of keychain and storage',
    access: 'read',
    input: nothing,
    output: z.object({
      profileId: id,
      appVersion: z.string(),
      isEmpty: z.boolean(),
      hasSample: z.boolean(),
      actingStaff: staffMember,
      settings,
      keychain: keychainStateName,
      storage: z.enum(['ok', 'full', 'failed']),
      isOnline: z.boolean(),
      lastSyncAt: time.nullable(),
    }),
  },
  'agency.openSample': {
    summary: 'Creates the sample agency, six brands alive on a network inside this profile',
    access: 'owner',
    input: nothing,
    output: z.object({ workspaceIds: z.array(id) }),
  },
  'agency.updateSettings': {
    summary: 'Changes settings; keys left out stay',
    access: 'read',
    input: settings.partial(),
    output: settings,
  },
  'agency.listStaff': { summary: 'All staff', access: 'read', input: nothing, output: z.array(staffMember) },
  'agency.saveStaff': {
    summary: 'Adds a member of staff, or changes one',
    access: 'owner',
    input: z.object({
      id: id.optional(),
      name: z.string().trim().min(1).max(80),
      role,
      workspaceIds: z.array(id).nullable().default(null),
      isActive: z.boolean().default(true),
    }),
    output: staffMember,
  },
  'agency.actAs': {
    summary: 'Says who sits at this window from now on',
    access: 'read',
    input: z.object({ staffId: id }),
    output: staffMember,
  },
  'agency.listViews': { summary: 'Saved views, in order', access: 'read', input: nothing, output: z.array(savedView) },
  'agency.saveView': {
    summary: 'Saves a view of the desk, or changes one',
    access: 'work',
    input: savedView.omit({ id: true, position: true }).extend({ id: id.optional() }),
    output: savedView,
  },
  'agency.deleteView': { summary: 'Deletes a saved view', access: 'work', input: z.object({ id }), output: done },
  'agency.checkKeychain': {
    summary: 'Looks at the keychain again; `press` may open one unlock window, `focus` never does',
    access: 'read',
    input: z.object({ trigger: z.enum(['press', 'focus']).default('press') }),
    output: z.object({ state: keychainStateName }),
  },
  'agency.reconnectAccounts': {
    summary:
      'After a lost or damaged keychain: from here on a secret that is not there means that the account must sign in again',
    access: 'lead',
    input: nothing,
    output: z.object({ state: keychainStateName }),
  },
} satisfies FeatureContract;
