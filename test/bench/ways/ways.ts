import { dropped, scanned } from './limits.ts';
import { ours } from './ours.ts';
import { plain } from './plain.ts';
import type { Way } from './way.ts';

export const ways = { ours, plain, dropped, scanned } as const satisfies Record<string, Way>;

export type WayName = keyof typeof ways;
