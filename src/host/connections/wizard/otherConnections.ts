import { l10n } from 'vscode';
import { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import { visibleText } from '../../../core/text/visibleText.ts';
import { warningRemark, type Remark } from './remark.ts';

/** What a connection could be mistaken for another one by. */
export interface Likeness {
  readonly name: string | undefined;
  readonly baseUrl?: string;
  /** The client ID or the consumer key. */
  readonly client?: string | undefined;
}

/** The connections besides the one that is asked about; a second one that is like one of them is remarked upon. */
export class OtherConnections {
  readonly #others: readonly Likeness[];

  constructor(others: readonly Likeness[]) {
    this.#others = others;
  }

  /** What there is to say about a name. */
  named(name: string): Remark | undefined {
    const same = this.#others.some((other) => other.name?.trim().toLowerCase() === name.trim().toLowerCase());
    return same ? warningRemark(l10n.t('Another connection is called this, too.')) : undefined;
  }

  /** What there is to say about a client at an address. */
  as(client: string, baseUrl: string): Remark | undefined {
    const same = this.#others.find((other) => other.client === client && other.baseUrl === baseUrl);
    return same === undefined
      ? undefined
      : warningRemark(l10n.t('The connection {0} has this address and client, too.', visibleText(same.name ?? '')));
  }
}

/** Those besides `except`, with the clients that the vault tells. */
export async function otherConnections(connections: Connections, except?: Connection): Promise<OtherConnections> {
  const others = connections.entries.filter((entry) => entry !== except);
  return new OtherConnections(
    await Promise.all(
      others.map(async (entry) =>
        entry instanceof Connection
          ? { name: entry.settings.name, baseUrl: entry.settings.baseUrl, client: await entry.clientName() }
          : { name: entry.name },
      ),
    ),
  );
}
