import { wordsLanguage } from './wordsLanguage.ts';

/** The person's own time of day, with the day when it is not today. */
export function timeOfDayText(date: Date): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? date.toLocaleTimeString(wordsLanguage()) : date.toLocaleString(wordsLanguage());
}
