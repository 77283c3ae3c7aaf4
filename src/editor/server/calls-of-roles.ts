import type { Role } from '../core/contract/team.ts';
import type { Asking } from './door.ts';
import type { EditorCalls } from './create-calls.ts';

/**
 * `everybody`: whoever is signed in. An owner keeps the list of people, and has no other right by that.
 * `writers`: editors, and translators in texts that have an English.
 */
type May = 'everybody' | 'owner' | 'writers' | readonly Role[];

/** Who may ask what, in a team. A call that has no row here is no call. */
export const CALLS_OF_ROLES: Readonly<Record<keyof EditorCalls, May>> = {
	who: 'everybody',
	texts: 'everybody',
	open: 'everybody',
	check: 'everybody',
	'check-all': 'everybody',
	facts: 'everybody',
	drafts: 'everybody',
	contested: 'everybody',
	'plan-push': 'everybody',
	'fact-choices': 'everybody',
	behind: 'everybody',
	translation: 'everybody',
	approvals: 'everybody',
	dashboard: 'everybody',
	'make-edition': 'everybody',
	people: 'everybody',
	log: 'everybody',

	keep: 'writers',
	undo: 'writers',
	redo: 'writers',
	settle: 'writers',
	translate: 'writers',
	'set-checked': ['translator', 'approver'],
	create: ['editor'],
	'create-fact': ['editor'],
	'drop-draft': ['editor'],
	approve: ['approver'],
	'register-passkey': ['approver'],

	// what somebody wrote, checked or approved has to be in a version that others get
	'start-draft': ['editor', 'approver', 'translator'],
	commit: ['editor', 'approver', 'translator'],
	push: ['editor', 'approver', 'translator'],

	invite: 'owner',
	'renew-link': 'owner',
	'change-person': 'owner',
	'remove-person': 'owner'
};

/** Texts that have an English. */
const TRANSLATION = /^(guides|directives|contacts|terms|changes)\/[^/]+\/(?!en\.)[^/]+$/;

/** Whether a person may ask this, of this file. */
export function mayCall(
	name: keyof EditorCalls,
	{ roles, isOwner }: Pick<Asking, 'roles' | 'isOwner'>,
	input: unknown
): boolean {
	const may = CALLS_OF_ROLES[name];
	if (may === 'everybody') return true;
	if (may === 'owner') return isOwner;
	if (may !== 'writers') return roles.some((role) => may.includes(role));
	return roles.includes('editor') || (roles.includes('translator') && isOfTranslation(input));
}

function isOfTranslation(input: unknown): boolean {
	const { path } = (input ?? {}) as { readonly path?: unknown };
	return typeof path === 'string' && TRANSLATION.test(path);
}
