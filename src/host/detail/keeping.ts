import { commands, TabInputWebview, window, type WebviewPanel } from 'vscode';

/** Whether a panel is kept, so that no other session takes it over: a person said so, or pinned its tab. */
export class Keeping {
  readonly #panel: WebviewPanel;
  readonly #onChange: () => void;
  #isMarked: boolean;
  #told: boolean;

  constructor(panel: WebviewPanel, isMarked: boolean, onChange: () => void) {
    this.#panel = panel;
    this.#onChange = onChange;
    this.#isMarked = isMarked;
    this.#told = isMarked;
  }

  get isOn(): boolean {
    return this.#isMarked || isPinned(this.#panel);
  }

  /** Whether it is on apart from a pin, which VS Code remembers by itself. */
  get isMarked(): boolean {
    return this.#isMarked;
  }

  start(): void {
    this.#isMarked = true;
    this.#tell();
  }

  /** Starts or stops it. To unpin a tab takes that it is the active editor, as one is whose button was pressed. */
  async switch(): Promise<void> {
    if (!this.isOn) {
      this.start();
      return;
    }
    this.#isMarked = false;
    if (isPinned(this.#panel)) {
      await commands.executeCommand('workbench.action.unpinEditor');
    }
    this.#tell();
  }

  /** The tabs changed: this one may have been pinned, or is not any more. */
  followTabs(): void {
    if (this.isOn !== this.#told) {
      this.#tell();
    }
  }

  #tell(): void {
    this.#told = this.isOn;
    this.#onChange();
  }
}

/**
 * VS Code does not say which tab is whose: where several in one place have one title, and so show one session, it is
 * enough that any of them is pinned.
 */
function isPinned({ viewType, viewColumn, title }: WebviewPanel): boolean {
  const group = window.tabGroups.all.find((each) => each.viewColumn === viewColumn);
  const pinned = group?.tabs.filter((tab) => tab.isPinned && tab.label === title) ?? [];
  // VS Code puts a word of its own before the type.
  return pinned.some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType));
}
