/** A template of a ticket note, line by line; `{name}` stands for a value, `{{` and `}}` for a brace. */
export type NoteTemplate = readonly (readonly (string | Placeholder)[])[];

interface Placeholder {
  /** What stands between the braces. */
  readonly name: string;
}

const token = /\{\{|\}\}|\{([^{}]+)\}/g;

export function readNoteTemplate(text: string): NoteTemplate {
  return text.split(/\r?\n/).map(partsOf);
}

/** The names of a template that `isKnown` does not know, each once, in their order. */
export function unknownNames(template: NoteTemplate, isKnown: (name: string) => boolean): readonly string[] {
  const names = template.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  return [...new Set(names)].filter((name) => !isKnown(name));
}

/** The note for the values of one session. A line with placeholders none of which has a value is left out. */
export function filledNote(template: NoteTemplate, valueOf: (name: string) => string): string {
  return template
    .flatMap((parts) => {
      const values = parts.map((part) => (typeof part === 'string' ? part : valueOf(part.name)));
      const isEmpty = parts.every((part, at) => typeof part === 'string' || values[at] === '');
      const hasNone = isEmpty && parts.some((part) => typeof part !== 'string');
      return hasNone ? [] : [values.join('')];
    })
    .join('\n')
    .trim();
}

function partsOf(line: string): readonly (string | Placeholder)[] {
  const parts: (string | Placeholder)[] = [];
  let end = 0;
  for (const { 0: found, 1: name, index } of line.matchAll(token)) {
    parts.push(line.slice(end, index), name === undefined ? found.charAt(0) : { name: name.trim() });
    end = index + found.length;
  }
  return [...parts, line.slice(end)].filter((part) => part !== '');
}
