import { ThemeIcon, workspace, type QuickPickItem } from 'vscode';
import type { Probe } from '../../../core/connections/test/probe.ts';
import { proxyFor } from '../../../core/connections/test/proxyFor.ts';
import { stepsOf, type Step } from '../../../core/connections/test/step.ts';
import { lineOf, lineOfUnstarted, shortOf, type Tested } from './stepLine.ts';

/** The steps of a test as the lines of a list. */
export function stepLines(connection: Tested, probe: Probe): readonly QuickPickItem[] {
  const unstarted = probe.asked === undefined && probe.failure !== undefined ? [lineOfUnstarted(probe.failure)] : [];
  const steps = stepsNow(connection, probe).map((step) => lineOf(step, connection, probe));
  return [...unstarted, ...steps].flatMap(({ icon, detail: advice = '', ...line }) => {
    const [detail, ...more] = wrapped(advice);
    return [
      { ...line, iconPath: new ThemeIcon(icon), ...(detail === undefined ? {} : { detail }) },
      ...more.map((description) => ({ label: '', description })),
    ];
  });
}

/** The same in one line of text. */
export function stepSummary(connection: Tested, probe: Probe): string {
  return stepsNow(connection, probe).map(shortOf).join(' · ');
}

function stepsNow(connection: Tested, probe: Probe): readonly Step[] {
  const http = workspace.getConfiguration('http');
  const settings = {
    support: http.get('proxySupport', 'override'),
    proxy: http.get('proxy', ''),
    noProxy: http.get<readonly string[]>('noProxy', []),
    env: process.env,
  };
  return stepsOf(connection, probe, (url) => proxyFor(url, settings));
}

/** How many characters fit into a line of the list, even in a wide font; what is longer is cut off. */
const fittingCharacters = 76;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= fittingCharacters) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines.filter((line) => line !== '');
}
