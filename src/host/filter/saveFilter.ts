import { InputBoxValidationSeverity, l10n, window } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Filters } from '../../core/connections/filters.ts';
import {
  NotFilters,
  savedFilters,
  withoutSavedFilter,
  withSavedFilter,
} from '../../core/sessions/filters/savedFilters.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { Dismissed } from '../prompts/pick.ts';
import { savedFilterSetting } from '../settings.ts';

/** Gives the filter of a connection a name, under which the filter box offers it. Rejects with `Dismissed`. */
export async function saveFilter(filters: Filters, connection: Connection): Promise<void> {
  const query = filters.textOf(connection);
  if (query === '') {
    void window.showInformationMessage(l10n.t('There is no filter to save: set one by Filter… first.'));
    return;
  }
  const name = await window.showInputBox({
    title: l10n.t('Save Filter'),
    prompt: l10n.t('A name for {0}', plainText(query)),
    ignoreFocusOut: true,
    validateInput: remarkOnName,
  });
  if (name === undefined) {
    throw new Dismissed();
  }
  await write((setting) => withSavedFilter(setting, { name: name.trim(), query }));
}

export function removeSavedFilter(name: string): Promise<void> {
  return write((setting) => withoutSavedFilter(setting, name));
}

function remarkOnName(text: string) {
  const name = text.trim();
  const known = savedFilters(savedFilterSetting.read()).find((filter) => filter.name === name);
  if (name === '') {
    return l10n.t('Enter a name.');
  }
  return known === undefined
    ? undefined
    : {
        message: l10n.t('This replaces the filter of that name: {0}', plainText(known.query)),
        severity: InputBoxValidationSeverity.Info,
      };
}

/** What a person wrote into the setting by hand, and wrongly, is left for them to mend. */
async function write(changed: (setting: unknown) => unknown): Promise<void> {
  try {
    await savedFilterSetting.write(changed(savedFilterSetting.read()));
  } catch (error) {
    if (!(error instanceof NotFilters)) {
      throw error;
    }
    void window.showErrorMessage(
      l10n.t(
        'The saved filters cannot be changed: {0} in the settings is not a list of names and queries.',
        'pamSessions.savedFilters',
      ),
    );
  }
}
