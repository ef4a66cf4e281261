// `npm run audit`: asks the registry whether a dependency has a known vulnerability. Any in what ships fails it, in a
// tool a high one does; a registry that answers no audits, or cannot be reached, fails nothing and is said to.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

import * as v from 'valibot';

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;

const report = v.object({
  auditReportVersion: v.number(),
  vulnerabilities: v.record(v.string(), v.object({ severity: v.picklist(severities), range: v.string() })),
});

const shipped = await audit('what ships', ['--omit=dev'], 'info');
const all = await audit('everything', [], 'high');
process.exitCode = shipped && all ? 0 : 1;

/** Whether nothing as severe as `limit` was found, or nobody could say. */
async function audit(what: string, flags: readonly string[], limit: (typeof severities)[number]): Promise<boolean> {
  const answer = v.safeParse(report, await ask(flags));
  if (!answer.success) {
    console.log(`Audit of ${what}: this machine's registry answers no audits; nothing was looked up.`);
    return true;
  }
  const found = Object.entries(answer.output.vulnerabilities).filter(
    ([, { severity }]) => severities.indexOf(severity) >= severities.indexOf(limit),
  );
  found.forEach(([name, { severity, range }]) => console.error(`${name} ${range}: ${severity}`));
  console.log(`Audit of ${what}: known vulnerabilities (${limit} or worse): ${found.length}.`);
  return found.length === 0;
}

async function ask(flags: readonly string[]): Promise<unknown> {
  const npm = spawn('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000', ...flags], {
    cwd: import.meta.dirname,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  npm.on('error', () => undefined);
  try {
    return JSON.parse(await text(npm.stdout)) as unknown;
  } catch {
    return undefined;
  }
}
