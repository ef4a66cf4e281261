import { bodyRows } from './matrix/bodies.ts';
import type { FaultRow } from './matrix/row.ts';
import { dyingRows, shapeRows } from './matrix/shapes.ts';
import { saidRows, tokenRows } from './matrix/said.ts';
import { timeRows } from './matrix/times.ts';
import { tlsRows } from './matrix/tls.ts';
import { wireRows } from './matrix/wire.ts';
import { zipRows } from './matrix/zip.ts';

/**
 * Every fault and what must come of it: the failure that core reports, or that it does no harm. Each row is data; the
 * test that goes through them also sees that the list from before, the secrets and other connections stay as they are.
 */
export const faultMatrix: readonly FaultRow[] = [
  ...saidRows,
  ...tokenRows,
  ...bodyRows,
  ...shapeRows,
  ...dyingRows,
  ...timeRows,
  ...zipRows,
  ...wireRows,
  ...tlsRows,
];
