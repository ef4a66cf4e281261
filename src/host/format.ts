import { env } from 'vscode';

/** A count as people read it in the language VS Code speaks. */
export function countText(count: number): string {
  return count.toLocaleString(env.language);
}

/** The person's own time of day, with the day when it is not today. */
export function timeText(date: Date): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? date.toLocaleTimeString(env.language) : date.toLocaleString(env.language);
}
