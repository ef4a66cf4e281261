import type { SessionReference } from '../../shared/detail.ts';

/** What says whether another session may take over a panel. */
export interface Keepable {
  /** Whether no other session may. */
  readonly kept: boolean;
  shows(target: SessionReference): boolean;
}

/**
 * The panel that shows a session next: one that is kept with that very session, else the last one that is not kept.
 * Undefined where it takes a new one. `panels` are in the order in which a person was in them.
 */
export function panelFor<Panel extends Keepable>(
  panels: readonly Panel[],
  target: SessionReference,
): Panel | undefined {
  return panels.findLast((panel) => panel.kept && panel.shows(target)) ?? panels.findLast((panel) => !panel.kept);
}
