import * as v from 'valibot';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { personOf } from '../../../compiler/approvals/approvals.ts';
import { readPublicKey } from '../../../compiler/approvals/verify-proof.ts';
import { Approvers } from '../../../compiler/read/approvers.ts';
import type { PasskeyRegistration } from '../contract/approvals.ts';

interface Made {
	readonly host: string;
	readonly on: string;
}

/** `approvers.json` with one passkey more, of somebody who is in it or comes into it. */
export function withPasskey(
	text: string | undefined,
	{ name, credential, publicKey }: PasskeyRegistration,
	made: Made
): Result<string, 'not-es256' | 'known-key'> {
	if (!readPublicKey(publicKey)) return fail('not-es256');
	const read = v.safeParse(Approvers, parseJson(text ?? '{"people": []}'));
	const people = read.success ? read.output.people : [];
	if (people.some(({ keys }) => keys.some((it) => it.credential === credential))) {
		return fail('known-key');
	}
	const key = { credential, publicKey, ...made };
	const isOwn = (it: { readonly name: string }): boolean => personOf(it.name) === personOf(name);
	const own = people.find(isOwn);
	const all = own
		? people.map((it) => (it === own ? { ...it, keys: [...it.keys, key] } : it))
		: [...people, { name, keys: [key] }];
	return ok(`${JSON.stringify({ people: all }, null, '\t')}\n`);
}
