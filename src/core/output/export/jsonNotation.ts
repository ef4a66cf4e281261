import type { Notation } from '../../sessions/columns/writing.ts';

/** Members of an object of JSON, each with its key and what stands before that: a bracket or a comma. */
export class JsonNotation implements Notation {
  readonly none: string;
  readonly #before: string;

  constructor(key: string, isFirst: boolean) {
    this.#before = `${isFirst ? '{' : ','}${JSON.stringify(key)}:`;
    this.none = `${this.#before}null`;
  }

  text(text: string): string {
    return this.#before + JSON.stringify(text);
  }

  plain(text: string): string {
    return `${this.#before}"${text}"`;
  }

  json(json: string): string {
    return this.#before + json;
  }

  isLasting(): boolean {
    return true;
  }
}
