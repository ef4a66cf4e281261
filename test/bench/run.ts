// `npm run bench`.
import { cpus } from 'node:os';
import { encodings } from './data.ts';
import { figuresOf, growthFigure, hostFigures, type Measured } from './figures.ts';
import { measureInHost } from './inHost.ts';
import { readOptions, usage, type BenchOptions } from './options.ts';
import { needles } from './questions.ts';
import { measureAll } from './rounds.ts';
import { serveLists } from './serving.ts';
import { overview, table } from './table.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    console.log(usage);
  } else {
    await bench(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function bench(options: BenchOptions): Promise<void> {
  const begin = performance.now();
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
  console.error(`Node ${machine.node} on ${machine.cores} × ${machine.cpu}. Making the lists …`);
  await using server = await serveLists(options.sizes);
  const measured: Measured[] = [];
  for (const sessions of options.sizes) {
    for (const encoding of encodings) {
      const rounds = options.repeats ?? usualRounds(sessions);
      console.error(`${sessions.toLocaleString('en')} sessions, ${encoding}, ${rounds} rounds …`);
      const ways = await measureAll(server.url(sessions, encoding), encoding, rounds);
      const growth = growthFigure(measured, sessions, encoding, ways);
      measured.push({ sessions, encoding, rounds, ways, figures: [...figuresOf(sessions, encoding, ways), ...growth] });
    }
  }
  const largest = Math.max(...options.sizes);
  console.error(options.host ? `${largest.toLocaleString('en')} sessions inside VS Code …` : '');
  const host = options.host
    ? await measureInHost(server.url(largest, 'uncompressed'), options.repeats ?? usualRounds(largest))
    : undefined;
  const inHost = host === undefined ? [] : hostFigures(largest, host);

  for (const { sessions, encoding, rounds, figures } of measured) {
    const title = `${sessions.toLocaleString('en')} sessions, ${encoding}, medians of ${rounds}`;
    console.log(`\n${title}\n\n${table(figures)}`);
  }
  if (inHost.length > 0) {
    console.log(`\n${largest.toLocaleString('en')} sessions inside VS Code's extension host\n\n${table(inHost)}`);
  }
  console.log(`\nAll lists; ours ÷ plain unless it says otherwise\n\n${overview(measured, inHost)}`);
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`\nMeasured in ${seconds} s.`);
  if (options.json) {
    const hostPart = host && { sessions: largest, ...host, figures: inHost };
    console.log(JSON.stringify({ ...machine, seconds, needles, measured, host: hostPart }));
  }
}

/** Short runs vary more. */
function usualRounds(sessions: number): number {
  return sessions >= 500_000 ? 3 : sessions >= 50_000 ? 5 : 7;
}
