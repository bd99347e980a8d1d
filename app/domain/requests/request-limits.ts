// why apart from the schema: the form shows them in the browser, and needs no schema there.
export const MAX_DATES = 3;
export const MAX_GROUPS = 20;
export const MAX_PROGRAMMES = 6;

/** How long the link that confirms an address works, in days. */
export const CONFIRM_DAYS = 3;
/** How long what nobody confirmed is kept, in days: the link's life and a little for questions. */
export const KEEP_UNCONFIRMED_DAYS = 7;
/** How long the link to follow a request works, in days: past the session it led to. */
export const FOLLOW_DAYS = 400;

/** Unconfirmed requests that one address may have in a day, whatever network they come from. */
export const UNCONFIRMED_A_DAY = 3;
