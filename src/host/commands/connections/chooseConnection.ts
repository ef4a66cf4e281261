import { l10n } from 'vscode';
import { BrokenConnection, BrokenSettings } from '../../../core/connections/brokenConnection.ts';
import type { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import { complaintSentences } from '../../failures/complaintSentence.ts';
import { nameOfBroken } from '../../failures/nameOfBroken.ts';
import { pick, type Choice } from '../../prompts/pick.ts';
import { connectionOfTarget } from './connectionOfTarget.ts';

/** The connection that was meant, the only one, or the one a person picks. */
export async function chooseConnection<Other = never>(
  candidates: readonly Connection[],
  target: unknown,
  others: readonly Choice<Other>[],
): Promise<Connection | Other> {
  const [first, ...more] = candidates;
  const connection = connectionOfTarget(target) ?? (more.length + others.length === 0 ? first : undefined);
  if (connection !== undefined) {
    return connection;
  }
  const choices = candidates.map((value) => choiceOf(value, candidates));
  return pick<Connection | Other>(l10n.t('Connection'), [...choices, ...others]);
}

/** Two that have both name and address in common are told apart by their ids. */
function choiceOf(value: Connection, candidates: readonly Connection[]): Choice<Connection> {
  const { id, name, baseUrl } = value.settings;
  const isAlone = candidates.every(
    ({ settings }) => settings.id === id || settings.name !== name || settings.baseUrl !== baseUrl,
  );
  const choice = { value, label: labelText(name), detail: labelText(baseUrl) };
  return isAlone ? choice : { ...choice, description: labelText(id) };
}

/** The broken connections as choices: a person who means one of them must not get another connection instead. */
export function brokenChoices({ entries }: Connections): readonly Choice<BrokenConnection>[] {
  return entries
    .filter((entry) => entry instanceof BrokenConnection)
    .map((value) => ({ value, label: labelText(nameOfBroken(value)), detail: complaintSentences(value) }));
}

/** What was chosen. Throws `unknownConnection` for a broken one. */
export function usable<Other>(chosen: Other | BrokenConnection): Other {
  if (chosen instanceof BrokenConnection) {
    throw new BrokenSettings(chosen);
  }
  return chosen;
}
