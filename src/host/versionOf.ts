import type { ExtensionContext } from 'vscode';

/** The version of the extension, by its package.json. */
export function versionOf({ extension }: ExtensionContext): string {
  return (extension.packageJSON as { readonly version: string }).version;
}
