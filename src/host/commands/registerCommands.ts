import { commands, Disposable } from 'vscode';
import { Failure } from '../../core/failure.ts';
import { Dismissed } from '../prompts/pick.ts';
import type { CommandContext } from './commandContext.ts';
import { handlers, type Handler } from './handlers.ts';

/** Registers every command. A dismissed prompt is not an error, and a failure is reported once, in our own words. */
export function registerCommands(context: CommandContext): Disposable {
  const registered = Object.entries(handlers(context)).map(([name, handler]) =>
    commands.registerCommand(`pamSessions.${name}`, reporting(handler, context)),
  );
  return Disposable.from(...registered);
}

function reporting(handler: Handler, context: CommandContext): Handler {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      if (error instanceof Dismissed) {
        return undefined;
      }
      if (error instanceof Failure) {
        context.report(error, undefined);
        return undefined;
      }
      // Any other error goes to the caller, which may be another extension.
      throw error;
    }
  };
}
