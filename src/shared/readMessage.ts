import * as v from 'valibot';

/** What was posted or kept, or undefined when it does not fit the schema. */
export function readMessage<Schema extends v.GenericSchema>(
  schema: Schema,
  data: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, data);
  return result.success ? result.output : undefined;
}
