import type { EditorCalls } from '../../../src/editor/server/create-calls.ts';

const GUIDE = 'guides/bus-stop/en.md';
const SPANISH = 'guides/front-door/es.md';
const edit = { type: 'replace-text', span: { from: 0, to: 0 }, text: '' };

/** Somebody who is not signed in, and is named in every input that can name somebody. */
export const MALLORY = { name: 'Mallory', email: 'mallory@example.org', role: 'lawyer' };
const step = { draft: 'd', path: GUIDE, revision: 0, by: 'Mallory' };

/** Each call with an input that it takes, in which somebody else is named wherever one can be. */
export const CALL_INPUTS: Readonly<Record<keyof EditorCalls, unknown>> = {
	who: {},
	texts: {},
	open: { path: GUIDE },
	check: { path: GUIDE, text: '' },
	'check-all': {},
	facts: { query: '' },
	drafts: {},
	'plan-push': { draft: 'd' },
	'fact-choices': {},
	behind: {},
	translation: { path: SPANISH },
	approvals: { path: GUIDE },
	dashboard: {},
	'make-edition': {},
	people: {},
	log: {},
	keep: { ...step, edit },
	undo: step,
	redo: step,
	translate: { draft: 'd', path: SPANISH, line: 'x', was: '', words: '', by: 'Mallory' },
	'set-checked': { draft: 'd', path: SPANISH, by: MALLORY },
	create: {
		...{ draft: 'd', by: MALLORY },
		form: {
			...{ kind: 'guide', slug: 'a-slug', fields: {}, blocks: [], links: [], newSources: [] },
			...{ languages: [], note: { what: '', why: '', doNow: '', before: '', importance: 'minor' } }
		}
	},
	'create-fact': {
		...{ draft: 'd', by: MALLORY },
		form: {
			...{ topic: 'x', statement: 'x', quote: 'x', note: 'x', confidence: 'high', source: 'x' }
		}
	},
	'drop-draft': { draft: 'd' },
	approve: { draft: 'd', path: GUIDE, revision: 0, name: 'Mallory', role: 'lawyer' },
	'register-passkey': {
		...{ draft: 'd', by: MALLORY },
		key: { name: 'Mallory', credential: 'TWFsbG9yeQ', publicKey: 'TWFsbG9yeQ' }
	},
	'start-draft': { title: 'x', by: MALLORY },
	commit: { draft: 'd', message: 'x', by: MALLORY },
	contested: { draft: 'd' },
	settle: { ...step, theirs: '0'.repeat(64), choices: [] },
	push: { draft: 'd' },
	invite: { name: 'Zoe', email: 'z@example.org', title: 'x', roles: [], isOwner: false },
	'renew-link': { id: 'nobody' },
	'change-person': { id: 'nobody', roles: [], isOwner: false },
	'remove-person': { id: 'nobody' }
};
