/** Something that is kept, by its name in the code, with the names of its parts. */
interface Kept {
	readonly name: string;
	readonly fields: string;
	readonly means: string;
}

/**
 * Every table and column of the server's database. `tests/architecture/what-we-hold.test.ts` compares these
 * lists with the code: whoever adds a column says here what it is for.
 */
export const ON_SERVER: readonly Kept[] = [
	{
		name: 'subscription',
		fields:
			'id push_service_id endpoint p256dh auth vapid_key_id created_month last_seen_month failures refusals has_succeeded suspect_since management_token_hash',
		means:
			'One row for each phone that asked for notices: its address at a push service, two keys that lock messages for it, the months in which it came and was last there, how its last messages ended, and a hash of the token with which it deletes the row.'
	},
	{
		name: 'push_service',
		fields: 'id origin has_accepted',
		means: 'The hosts of Apple, Google, Mozilla and others, and whether one ever took a message.'
	},
	{
		name: 'delivery',
		fields: 'subscription_id edition push_service_id attempts due_at lease_until',
		means: 'A message that waits for a phone. It is deleted when it has ended.'
	},
	{
		name: 'delivery_tally',
		fields: 'edition ending count',
		means: 'How many messages about an edition were sent, failed or were not needed.'
	},
	{
		name: 'edition_announcement',
		fields:
			'edition sha256 severity proof approvals state accepted_at held_until expires_at released_at finished_at cursor is_fanned_out is_settled',
		means: 'Each edition that phones were told of, who signed that, and how far it is.'
	},
	{ name: 'caretaking', fields: 'id last_at', means: 'When the server last tidied up.' },
	{ name: 'schema_version', fields: 'version', means: 'How often these tables were changed.' }
];

/** Every store of this phone's database, the choices in it by their names, and what else the app keeps. */
export const ON_PHONE: readonly Kept[] = [
	{
		name: 'blobs',
		fields: '',
		means: 'The texts, by the hash of their bytes. All of them, read or not.'
	},
	{ name: 'editions', fields: '', means: 'Which editions are here.' },
	{
		name: 'listings',
		fields: '',
		means: 'What each kept language has, and when it was last checked.'
	},
	{ name: 'proof', fields: '', means: 'Signed files as they came, so that they can be passed on.' },
	{ name: 'search', fields: '', means: 'Empty.' },
	{
		name: 'trust',
		fields: '',
		means: 'Whose keys are believed, and the newest edition that was seen.'
	},
	{
		name: 'recordings',
		fields: '',
		means: 'Recordings of whole languages, if you keep them. Not what was listened to.'
	},
	{ name: 'lease', fields: '', means: 'Which tab is fetching now.' },
	{
		name: 'settings',
		fields:
			'lang look textSize hide tabTitle homeIcon acknowledgedVersion seenVersion publisher purpose keys role firstStatus recordings quietHours push pushGone',
		means:
			'What you chose; the edition whose changes you have seen, and who published it, what for and by which keys; if you have notices, the token that ends them.'
	}
];

/** The headers that our server gives every answer. */
export const IN_ANSWERS: readonly Kept[] = [
	{
		name: 'cache-control',
		fields: '',
		means: 'Browsers must not keep pages.'
	},
	{ name: 'referrer-policy', fields: '', means: 'Other sites do not learn where a link was.' },
	{
		name: 'content-security-policy',
		fields: '',
		means: 'Pages may load and send nothing but to our own server.'
	},
	{ name: 'permissions-policy', fields: '', means: 'No place, no camera, no microphone.' },
	{ name: 'strict-transport-security', fields: '', means: 'Encrypted connections alone.' },
	{
		name: 'cross-origin-opener-policy',
		fields: '',
		means: 'Other sites cannot reach into our tabs.'
	},
	{
		name: 'cross-origin-resource-policy',
		fields: '',
		means: 'Other sites cannot load our files, and so cannot tell what is kept.'
	},
	{ name: 'x-content-type-options', fields: '', means: 'A file is only what it says it is.' },
	{ name: 'x-frame-options', fields: '', means: 'Other sites cannot show our pages inside theirs.' }
];

/** All that a line of the server's log may have. */
export const IN_LOG =
	'at event alert answers code count daysLeft edition error host isNew kind pauseMs problem reason released severity state version waiting what';
