import * as v from 'valibot';
import { Day } from '#lib/edition/vocabulary.ts';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
/** Base64url without padding, as browsers write what they sign. */
const Base64Url = v.pipe(v.string(), v.maxLength(4000), v.regex(/^[A-Za-z0-9_-]+$/));

/** What a passkey signed for an approval: src/content/README.md, section 10. */
export const Proof = v.strictObject({
	credential: Base64Url,
	authenticatorData: Base64Url,
	clientData: Base64Url,
	signature: Base64Url
});
export type Proof = v.InferOutput<typeof Proof>;

/** The passkeys of those who approve texts: `approvers.json`. */
export const Approvers = v.strictObject({
	people: v.array(
		v.strictObject({
			name: Text,
			keys: v.array(
				v.strictObject({
					credential: Base64Url,
					/** SPKI of an ES256 key. */
					publicKey: Base64Url,
					/** The host that it was made for, `localhost` where somebody edits alone. */
					host: Text,
					on: Day
				})
			)
		})
	)
});
export type Approvers = v.InferOutput<typeof Approvers>;
