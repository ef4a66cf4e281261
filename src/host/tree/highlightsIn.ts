type Range = [start: number, end: number];

/** Where any of some texts (in small letters) stand in a label, in order, without overlaps. */
export function highlightsIn(label: string, texts: readonly string[]): Range[] {
  const small = label.toLowerCase();
  // A few letters change their length with their case, and then no position would be right.
  const found = small.length === label.length ? texts.flatMap((text) => placesOf(text, small)) : [];
  const joined: Range[] = [];
  for (const [start, end] of found.sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last === undefined || start > last[1]) {
      joined.push([start, end]);
    } else {
      last[1] = Math.max(last[1], end);
    }
  }
  return joined;
}

function placesOf(text: string, small: string): Range[] {
  const places: Range[] = [];
  for (let at = text === '' ? -1 : small.indexOf(text); at >= 0; at = small.indexOf(text, at + text.length)) {
    places.push([at, at + text.length]);
  }
  return places;
}
