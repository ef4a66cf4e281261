/** Where else a session can be looked at: its ticket, and the web interface of the server. */
export const sessionPlaces = ['ticket', 'pam'] as const;

export type SessionPlace = (typeof sessionPlaces)[number];
