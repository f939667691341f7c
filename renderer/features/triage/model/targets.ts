import type { OpenConversation } from '@renderer/lib/ui-state';

/** Conversations of one workspace: what one call of the core takes. */
export interface TargetGroup {
  readonly workspaceId: string;
  readonly conversationIds: readonly string[];
}

/** Most conversations that one call takes. */
const maxPerCall = 500;

/** Groups conversations by workspace, since each has a file of its own, in parts that the contract takes. */
export const groupTargets = (targets: readonly OpenConversation[]): readonly TargetGroup[] => {
  const byWorkspace = new Map<string, string[]>();
  for (const { workspaceId, conversationId } of targets) {
    byWorkspace.set(workspaceId, [...(byWorkspace.get(workspaceId) ?? []), conversationId]);
  }
  return [...byWorkspace].flatMap(([workspaceId, ids]) =>
    Array.from({ length: Math.ceil(ids.length / maxPerCall) }, (_, part) => ({
      workspaceId,
      conversationIds: ids.slice(part * maxPerCall, (part + 1) * maxPerCall),
    })),
  );
};
