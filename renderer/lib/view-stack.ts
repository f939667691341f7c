import { create } from 'zustand';

export type SettingsSection = 'general' | 'notifications' | 'staff' | 'brands' | 'data';
export type WorkspaceSection = 'identity' | 'channels' | 'data';

/** What can lie over the desk. The desk itself is the empty stack. */
export type View =
  | { readonly name: 'settings'; readonly section: SettingsSection }
  | { readonly name: 'workspace'; readonly workspaceId: string; readonly section: WorkspaceSection }
  | { readonly name: 'newWorkspace'; readonly thenConnect: boolean }
  /** With `accountId`, that account signs in again. */
  | { readonly name: 'connect'; readonly workspaceId: string; readonly accountId: string | null }
  | { readonly name: 'import' }
  | { readonly name: 'help' };

export interface ViewStack {
  readonly views: readonly View[];
  /** Lays a view over what is there. */
  open(view: View): void;
  /** Takes the place of the top view. */
  replace(view: View): void;
  /** Goes one view back. */
  back(): void;
  closeAll(): void;
}

/** The page's router: a typed stack, since a desktop window has no addresses. */
export const useViewStack = create<ViewStack>()((set) => ({
  views: [],
  open: (view) => set((state) => ({ views: [...state.views.filter((open) => open.name !== view.name), view] })),
  replace: (view) => set((state) => ({ views: [...state.views.slice(0, -1), view] })),
  back: () => set((state) => ({ views: state.views.slice(0, -1) })),
  closeAll: () => set({ views: [] }),
}));

/** The view on top; null is the desk. */
export const useTopView = (): View | null => useViewStack((state) => state.views.at(-1) ?? null);
