/** The title of an HTML page, or the text itself if it has none. */
export function titleOf(text: string): string {
  return /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1] ?? text;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

const htmlTag = /<br\s*\/?>|<\/(a|b|body|center|code|div|em|font|h[1-6]|html|i|li|p|pre|span|strong|t[dhr])>/i;

/**
 * What a text says to a person: the title of a page, or else its words without the tags that PHP puts around errors.
 */
export function plainWordsOfHtml(text: string): string {
  const title = titleOf(text);
  if (title !== text || !htmlTag.test(text)) {
    return title;
  }
  return text
    .replace(/<(script|style)\b[^]*?(<\/\1>|$)/gi, ' ')
    .replace(/<\/?(a|b|i|em|strong|code|span|font)\b[^<>]*>/gi, '')
    .replace(/<[/!]?[a-z][^<>]*>/gi, ' ')
    .replace(/&(lt|gt|quot|#0?39|nbsp|amp);/g, (entity) => entities[entity] ?? entity);
}
