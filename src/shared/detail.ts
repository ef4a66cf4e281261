import * as v from 'valibot';

/**
 * The contract between the host and the detail page. The host sends finished words (localised, escaped),
 * the page only lays them out; the page names what is to be copied, the host holds the text. Keys of fields are
 * unique in a view; the page's primary button copies the field `sessionId`.
 */
const field = v.object({ key: v.string(), label: v.string(), value: v.string(), copyLabel: v.string() });

const button = v.object({ action: v.picklist(['retry', 'signIn', 'showLog']), label: v.string() });

const detailView = v.object({
  /** BCP 47 tag of the words below. */
  language: v.string(),
  heading: v.string(),
  /** One line under the heading: protocol, device, connection. */
  subheading: v.string(),
  state: v.object({ live: v.boolean(), label: v.string() }),
  /** Where what is shown comes from: "From the list, fetching…", "Fetched 15:04:05". */
  notice: v.string(),
  busy: v.boolean(),
  failure: v.nullable(v.object({ what: v.string(), advice: v.string(), buttons: v.array(button) })),
  fields: v.array(field),
  words: v.object({ copySessionId: v.string(), refresh: v.string(), fields: v.string(), extraFields: v.string() }),
  extraFields: v.array(field),
});

const toPage = v.object({ type: v.literal('show'), view: detailView });

const toHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('refresh') }),
  v.object({ type: v.literal('copy'), key: v.pipe(v.string(), v.maxLength(1000)) }),
  v.object({ type: v.literal('button'), action: button.entries.action }),
]);

export type DetailField = Readonly<v.InferOutput<typeof field>>;
export type DetailButton = Readonly<v.InferOutput<typeof button>>;
export type DetailView = Readonly<v.InferOutput<typeof detailView>>;
export type ToDetailPage = Readonly<v.InferOutput<typeof toPage>>;
export type FromDetailPage = Readonly<v.InferOutput<typeof toHost>>;

/** What the host posted, or undefined when it is not of this contract. */
export function readMessageToPage(data: unknown): ToDetailPage | undefined {
  const read = v.safeParse(toPage, data);
  return read.success ? read.output : undefined;
}

/** What the page posted, or undefined when it is not of this contract. */
export function readMessageFromPage(data: unknown): FromDetailPage | undefined {
  const read = v.safeParse(toHost, data);
  return read.success ? read.output : undefined;
}
