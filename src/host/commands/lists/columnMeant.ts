/** The column that the menu of a table's page was opened on. */
export function columnMeant(target: unknown): string | undefined {
  const isOfPage = typeof target === 'object' && target !== null && 'webviewColumn' in target;
  return isOfPage && typeof target.webviewColumn === 'string' ? target.webviewColumn : undefined;
}
