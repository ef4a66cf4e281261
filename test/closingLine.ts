/** One line about a whole run that any reader of the output understands. */
export function closingLine({ passes, failures, pending }: Mocha.Stats): string {
  return `${passes} passed, ${failures} failed${pending === 0 ? '' : `, ${pending} skipped`}`;
}
