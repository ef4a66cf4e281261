import { filledUrl } from '../core/connections/urlTemplate.ts';
import type { ConnectionSettings } from '../core/connections/settings.ts';
import type { Session } from '../core/sessions/session.ts';
import { sessionPlaces, type SessionPlace } from '../shared/sessionPlace.ts';

/** The template of the addresses of a place; undefined where the connection has none. */
export function placeTemplate(settings: ConnectionSettings, place: SessionPlace): string | undefined {
  return { ticket: settings.ticketUrl, pam: settings.pamUrl }[place];
}

/** The places that a session can be opened at: the connection says where, and the session has what it takes. */
export function placesOf(settings: ConnectionSettings | undefined, session: Session | undefined): SessionPlace[] {
  return settings === undefined || session === undefined
    ? []
    : sessionPlaces.filter((place) => {
        const template = placeTemplate(settings, place);
        return template !== undefined && typeof filledUrl(template, session) === 'object';
      });
}
