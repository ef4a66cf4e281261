import { nearest } from '../../text/nearest.ts';
import { otherTextNames, queryNames, textFieldNames } from './queryNames.ts';
import { isBareName, subjectNames, type UnknownNames } from './subjectOf.ts';

/** The name known to queries that is most like an unknown one. */
export function nearestName(name: string, unknownNames: UnknownNames): string {
  return nearest(name, [...queryNames, ...subjectNames, ...(unknownNames ?? []).filter(isBareName)]);
}

/** As `nearestName`, but names of text fields only. */
export function nearestField(name: string, unknownNames: UnknownNames): string {
  const others = Object.keys(otherTextNames);
  return nearest(name, [...textFieldNames, ...others, ...(unknownNames ?? []).filter(isBareName)]);
}
