import { registerHooks } from 'node:module';

/** As much of VS Code as words need: its texts, in English unless a bundle is set, as it fills them in. */
const vscode = `
  export const env = { language: 'en' };
  export const InputBoxValidationSeverity = { Info: 1, Warning: 2, Error: 3 };
  export const l10n = {
    bundle: undefined,
    t: (text, ...values) => {
      const { message, args, comment } = typeof text === 'string' ? { message: text, args: values } : text;
      const key = comment === undefined ? message : message + '/' + comment;
      return (l10n.bundle?.[key] ?? message).replace(/\\{(\\d+)\\}/g, (_, at) => String(args[at]));
    },
  };
`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: `data:text/javascript,${encodeURIComponent(vscode)}`, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

/** The words of the host for a failure; loaded late, as they import `vscode`. */
export const { wordsOf, sentenceOf } = await import('../../../src/host/failures/wordsOf.ts');
export const { actionWords, commandOf } = await import('../../../src/host/failures/actionWords.ts');

const { l10n } = (await import('vscode')) as unknown as {
  readonly l10n: { bundle: Readonly<Record<string, string>> | undefined };
};

/** What `run` gives when VS Code has the texts of a bundle, by the English ones. */
export function inWordsOf<Result>(bundle: Readonly<Record<string, string>> | undefined, run: () => Result): Result {
  l10n.bundle = bundle;
  try {
    return run();
  } finally {
    l10n.bundle = undefined;
  }
}
