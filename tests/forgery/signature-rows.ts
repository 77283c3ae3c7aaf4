import { toBytes, toText } from '#lib/trust/signed/bytes.ts';
import { drop, put } from './change-json.ts';
import { day, held, NOW } from './forge.ts';
import type { Row } from './row.ts';

const stranger = held.stranger;
const [oneRoot = stranger[0]] = held.root;
const unsigned = /below-threshold/;

/** Who signed what, and the chain of roots. */
export const SIGNATURE_ROWS: readonly Row[] = [
	['a head that a stranger signed', { signers: { head: stranger } }, 'below-threshold', unsigned],
	['a head that nobody signed', { signers: { head: [] } }, 'below-threshold', unsigned],
	[
		'a head by the publishing key',
		{ signers: { head: held.edition } },
		'below-threshold',
		unsigned
	],
	[
		'a head by the key that root 2 took out',
		{ signers: { head: held.oldHead } },
		'below-threshold',
		unsigned
	],
	['a head by a root key', { signers: { head: held.root } }, 'below-threshold', unsigned],
	['a head signed as an edition', { signedAs: { head: 'edition' } }, 'below-threshold', unsigned],
	[
		'a head with one more signature of a stranger',
		{ signers: { head: [...held.head, ...stranger] } },
		'takes',
		'takes'
	],
	[
		'an edition that a stranger signed',
		{ signers: { edition: stranger } },
		'below-threshold',
		unsigned
	],
	['an edition that nobody signed', { signers: { edition: [] } }, 'below-threshold', unsigned],
	['an edition by the head key', { signers: { edition: held.head } }, 'below-threshold', unsigned],
	['an edition signed as a head', { signedAs: { edition: 'head' } }, 'below-threshold', unsigned],
	[
		'an edition by an approver',
		{ signers: { edition: held.approver } },
		'below-threshold',
		unsigned
	],
	[
		'a root 2 by one key',
		{ signers: { root: oneRoot ? [oneRoot] : [] } },
		'below-threshold',
		/2\.root\.json does not follow/
	],
	[
		'a root 2 by one key twice',
		{ signers: { root: oneRoot ? [oneRoot, oneRoot] : [] } },
		'below-threshold',
		/does not follow/
	],
	['a root 2 by strangers', { signers: { root: stranger } }, 'below-threshold', /does not follow/],
	[
		'a root 2 signed as a head',
		{ signedAs: { root: 'head' } },
		'below-threshold',
		/does not follow/
	],
	['a root 2 that says 3', { root: put('version', 3) }, 'rollback', /does not follow/],
	['a root 2 that says 1', { root: put('version', 1) }, 'rollback', /does not follow/],
	[
		'a root 2 with a threshold of one',
		{ root: put('roles.root.threshold', 1) },
		'malformed',
		/does not follow/
	],
	[
		'a root 2 with a threshold above its keys',
		{ root: put('roles.head.threshold', 2) },
		'malformed',
		/does not follow/
	],
	['a root 2 without approvers', { root: drop('roles.approver') }, 'malformed', /does not follow/],
	[
		'a root 2 whose approvers are too few',
		{ root: put('roles.approver.threshold', 3) },
		'takes',
		/3 must sign as approver, of 2/
	],
	[
		'a root 2 without the publishing key',
		{ root: drop(`keys.${held.edition[0]?.keyId ?? ''}`) },
		'below-threshold',
		unsigned
	],
	['a root 2 with a key under a wrong id', { root: swapKeys }, 'below-threshold', unsigned],
	[
		'a root 2 with an approver that is no key',
		{ root: put(`keys.${held.approver[0]?.keyId ?? ''}`, 'AAAA') },
		'takes',
		/cannot use the approver key/
	],
	[
		'a root 2 that has expired',
		{ root: put('expires', NOW.toISOString()) },
		'root-expired',
		/root-expired/
	],
	[
		'a root 2 of two years',
		{ root: put('expires', '2028-11-01T00:00:00.000Z') },
		'takes',
		/longer than a year/
	],
	[
		'a root 2 of tomorrow',
		{ root: put('issued', day(1)) },
		'takes',
		/root is issued at .* not yet/
	],
	[
		'a root 2 with a time zone',
		{ root: put('expires', '2027-11-01T00:00:00.000+00') },
		'malformed',
		/does not follow/
	],
	[
		'no root 2',
		{ files: (files) => void files.delete('trust/2.root.json') },
		'below-threshold',
		unsigned
	],
	[
		'no root 1',
		{ files: (files) => void files.delete('trust/1.root.json') },
		'takes',
		/1\.root\.json is missing/
	],
	[
		'a gap in the roots',
		{
			files: (files) =>
				files.set('trust/4.root.json', files.get('trust/2.root.json') ?? new Uint8Array())
		},
		'takes',
		/4\.root\.json does not follow/
	],
	[
		'root 1 in the place of root 2',
		{
			files: (files) =>
				files.set('trust/2.root.json', files.get('trust/1.root.json') ?? new Uint8Array())
		},
		'rollback',
		/does not follow/
	],
	[
		'a root 1 that nobody signed',
		{
			files: (files) =>
				files.set(
					'trust/1.root.json',
					toBytes(
						toText(files.get('trust/1.root.json') ?? new Uint8Array()).replace(
							/\[\{"keyId.*?\]\}/,
							'[]}'
						)
					)
				)
		},
		'takes',
		/1\.root\.json does not follow/
	]
];

/** The head key's bytes under the publishing key's id: whoever holds the head key would publish. */
function swapKeys(json: unknown): unknown {
	const [head, edition] = [held.head[0], held.edition[0]];
	return put(`keys.${edition?.keyId ?? ''}`, head?.spki)(json);
}
