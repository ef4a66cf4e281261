import path from 'node:path';
import * as v from 'valibot';
import { Failure } from '../../core/failure.ts';
import { formats } from '../../core/output/export/format.ts';

const argument = v.object({
  connection: v.optional(v.string()),
  query: v.optional(v.string(), ''),
  format: v.picklist(formats),
  path: v.pipe(
    v.string(),
    v.check((text) => path.isAbsolute(text) && path.basename(text) !== '' && !/[\0]|[/\\]$/.test(text)),
  ),
  manifest: v.optional(v.boolean(), true),
  overwrite: v.optional(v.boolean(), false),
});

/** What `pamSessions.export` is given: which sessions go into which file. */
export type ExportArgument = Readonly<v.InferOutput<typeof argument>>;

/** Reads what the command was given. Throws `notWritten`, which names the argument that is not right. */
export function readExport(value: unknown): ExportArgument {
  const result = v.safeParse(argument, value);
  if (result.success) {
    return result.output;
  }
  const [key] = result.issues.map((issue) => v.getDotPath(issue)).filter((name) => name !== null);
  throw new Failure('notWritten', { reason: 'argument', argument: key });
}
