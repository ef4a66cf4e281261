/** How one node looks and what it can do, as plain data. */
export interface Description {
  readonly label: string;
  readonly description?: string;
  readonly icon?: string;
  /** A theme colour that repeats what icon and text already say. */
  readonly color?: string;
  readonly state: 'none' | 'collapsed' | 'expanded';
  /** Tags for `viewItem` in package.json. */
  readonly tags: readonly string[];
  readonly command?: { readonly id: string; readonly title: string };
  /** What a screen reader says instead of label and description. */
  readonly spoken?: string;
}
