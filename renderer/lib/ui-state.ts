import type { ViewFilter } from '@shared/contract/views';
import { create } from 'zustand';

/** A conversation is only named together with its workspace: ids never travel alone. */
export interface OpenConversation {
  readonly workspaceId: string;
  readonly conversationId: string;
}

/** Panels that the status bar opens. */
export type PanelName = 'outbox' | 'coverage' | 'channels';

/** What the desk shows when it opens: what still wants an answer. */
export const openFilter: ViewFilter = { statuses: ['open'] };

/** State of this window only; what the core keeps is never copied here. */
export interface UiState {
  /** Null: all brands. */
  readonly workspaceId: string | null;
  readonly conversation: OpenConversation | null;
  readonly filter: ViewFilter;
  /** Text in the desk's search field; empty shows the list. */
  readonly searchText: string;
  /** Order on screen when a conversation was opened: J and K walk it, so that a new message does not move the ground. */
  readonly listOrder: readonly OpenConversation[];
  readonly panel: PanelName | null;
  /** Side panel as a column, on wide windows. */
  readonly isSidePanelOpen: boolean;
  /** Side panel as a drawer, on narrow windows. */
  readonly isDrawerOpen: boolean;

  /** Turns to a brand, or to all; closes a conversation of another brand. */
  selectWorkspace(workspaceId: string | null): void;
  openConversation(conversation: OpenConversation): void;
  closeConversation(): void;
  setFilter(filter: ViewFilter): void;
  setSearchText(text: string): void;
  setListOrder(order: readonly OpenConversation[]): void;
  openPanel(panel: PanelName | null): void;
  togglePanel(panel: PanelName): void;
  toggleSidePanel(): void;
  setDrawerOpen(isOpen: boolean): void;
}

export const useUiState = create<UiState>()((set) => ({
  workspaceId: null,
  conversation: null,
  filter: openFilter,
  searchText: '',
  listOrder: [],
  panel: null,
  isSidePanelOpen: true,
  isDrawerOpen: false,

  selectWorkspace: (workspaceId) =>
    set((state) => ({
      workspaceId,
      searchText: '',
      conversation: workspaceId === null || state.conversation?.workspaceId === workspaceId ? state.conversation : null,
    })),
  openConversation: (conversation) =>
    set((state) => ({
      conversation,
      workspaceId: state.workspaceId === null ? null : conversation.workspaceId,
    })),
  closeConversation: () => set({ conversation: null, isDrawerOpen: false }),
  setFilter: (filter) => set({ filter }),
  setSearchText: (searchText) => set({ searchText }),
  setListOrder: (listOrder) => set({ listOrder }),
  openPanel: (panel) => set({ panel }),
  togglePanel: (panel) => set((state) => ({ panel: state.panel === panel ? null : panel })),
  toggleSidePanel: () => set((state) => ({ isSidePanelOpen: !state.isSidePanelOpen })),
  setDrawerOpen: (isDrawerOpen) => set({ isDrawerOpen }),
}));
