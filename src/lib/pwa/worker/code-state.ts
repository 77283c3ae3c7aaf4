/**
 * What the worker's cache holds of the app's code, interface texts included, compared with what the
 * build made. `guides`: all that home, guides and directives need; `whole`: all that any page needs.
 */
export const CODE_STATES = ['missing', 'guides', 'whole'] as const;
export type CodeState = (typeof CODE_STATES)[number];

export const isCodeState = (it: unknown): it is CodeState =>
	CODE_STATES.some((state) => state === it);
