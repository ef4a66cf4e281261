import { commands, Disposable } from 'vscode';
import { Failure } from '../../core/failure.ts';
import { Dismissed } from '../prompts/pick.ts';
import { commandNames, type CommandName } from './commandNames.ts';

/** What a command gets is whatever its caller passed: a tree node, a person's key binding, another extension. */
export type Handler = (...args: readonly unknown[]) => unknown;

export type Handlers = Readonly<Record<CommandName, Handler>>;

/**
 * Registers every command; what they do is loaded when the first of them runs. A dismissed prompt is not an error, and a
 * failure is reported once, in our own words.
 */
export function registerCommands(
  load: () => Promise<Handlers>,
  report: (failure: Failure, connection: undefined) => void,
): Disposable {
  const run = async (name: CommandName, args: readonly unknown[]): Promise<unknown> => {
    try {
      return await (await load())[name](...args);
    } catch (error) {
      if (error instanceof Dismissed) {
        return undefined;
      }
      if (error instanceof Failure) {
        report(error, undefined);
        return undefined;
      }
      // Any other error goes to the caller, which may be another extension.
      throw error;
    }
  };
  return Disposable.from(
    ...commandNames.map((name) =>
      commands.registerCommand(`pamSessions.${name}`, (...args: readonly unknown[]) => run(name, args)),
    ),
  );
}
