import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly sizes: readonly number[];
  /** Undefined: few of long runs, more of short ones. */
  readonly repeats: number | undefined;
  readonly json: boolean;
  /** Whether the extension host is measured, too. */
  readonly host: boolean;
}

export const usage = `Measures loading and asking long lists, against a plain client and against the limit of any client.

npm run bench -- [--sizes N,N,…] [--repeats N] [--no-host] [--json]

  --sizes N,N,…  how many sessions; 10000,100000,1000000 unless it is given
  --repeats N    how often each measurement is taken; unless it is given 3 times, shorter lists up to 7 times
  --no-host      leaves out the part inside VS Code
  --json         prints one JSON object on the last line; CONTRIBUTING.md names its keys`;

/** Reads the command line; undefined when help is asked for. Throws one sentence when it can't be meant. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      repeats: { type: 'string' },
      host: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    return undefined;
  }
  const sizes = values.sizes.split(',').map((text) => countOf('sizes', text));
  return {
    sizes: sizes.toSorted((a, b) => a - b),
    repeats: values.repeats === undefined ? undefined : countOf('repeats', values.repeats),
    json: values.json,
    host: values.host,
  };
}

function countOf(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new Error(`--${name} takes whole numbers above 0, not "${text}".`);
  }
  return Number(text);
}
