import { commands, Disposable } from 'vscode';
import { Failure } from '../../core/failure.ts';
import { Dismissed } from '../prompts/pick.ts';
import type { CommandContext } from './commandContext.ts';
import { handlers, type Handler } from './handlers.ts';

/** Registers the whole table. What a person did not want is no error; what failed is told once, in our words. */
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
      // What another extension asked for fails in its own hands.
      throw error;
    }
  };
}
