import { nearest } from '../../text/nearest.ts';
import { otherTextNames, queryNames, textFieldNames } from './queryNames.ts';
import { isBareName, subjectNames, type UnknownNames } from './subjectOf.ts';

/** The name in a query that is nearest to one that is unknown. */
export function nearestName(name: string, unknownNames: UnknownNames): string {
  return nearest(name, [...queryNames, ...subjectNames, ...(unknownNames ?? []).filter(isBareName)]);
}

/** As `nearestName`, of text fields only. */
export function nearestField(name: string, unknownNames: UnknownNames): string {
  const others = Object.keys(otherTextNames);
  return nearest(name, [...textFieldNames, ...others, ...(unknownNames ?? []).filter(isBareName)]);
}
