import { parseArgs } from 'node:util';
import { languages, type Language } from '../vscode/languagePacks.ts';

export type Flavour = 'v4' | 'v3' | 'legacy';

export interface DemoOptions {
  readonly sessions: number;
  readonly flavour: Flavour;
  /** Seconds before the first byte of the list. */
  readonly delay: number;
  readonly seed: number;
  readonly language: Language;
  /** The port to open in a browser; 0 takes a free one. */
  readonly port: number;
}

export const usage = `Starts a stand-in PAM server and a real VS Code in the browser that is connected to it.

npm start -- [--sessions N] [--flavour F] [--delay N] [--seed N] [--language L] [--port N]

  --sessions N   how many sessions the server has, up to millions; 5000 unless it is given
  --flavour F    v4 (OAuth 2.0), v3 (OAuth 1.0, Portuguese keys) or legacy; v4 unless it is given
  --delay N      seconds that the server thinks before it sends the list; 0 unless it is given
  --seed N       another seed makes other sessions, the same seed the same ones; 1 unless it is given
  --language L   pt-br or es, where VS Code and the extension are to speak it; en unless it is given
  --port N       the port to open in the browser; a free one unless it is given

Ctrl+C stops everything. Nothing listens on anything but loopback.`;

/** Reads the command line; undefined when help is asked for. Throws one sentence when it can't be meant. */
export function readOptions(args: readonly string[]): DemoOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sessions: { type: 'string', default: '5000' },
      flavour: { type: 'string', default: 'v4' },
      delay: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      language: { type: 'string', default: 'en' },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    return undefined;
  }
  return {
    sessions: numberOf('sessions', values.sessions),
    flavour: flavourOf(values.flavour),
    delay: numberOf('delay', values.delay),
    seed: numberOf('seed', values.seed),
    language: languageOf(values.language),
    port: numberOf('port', values.port, 65_535),
  };
}

function numberOf(name: string, text: string, largest = Number.MAX_SAFE_INTEGER): number {
  if (!/^\d+$/.test(text) || Number(text) > largest) {
    throw new Error(`--${name} must be a whole number, not "${text}".`);
  }
  return Number(text);
}

function flavourOf(text: string): Flavour {
  if (text !== 'v4' && text !== 'v3' && text !== 'legacy') {
    throw new Error(`--flavour must be v4, v3 or legacy, not "${text}".`);
  }
  return text;
}

/** Throws one sentence when there is no such language. */
export function languageOf(text: string): Language {
  const language = languages.find((each) => each === text);
  if (language === undefined) {
    throw new Error(`--language must be one of ${languages.join(', ')}, not "${text}".`);
  }
  return language;
}
