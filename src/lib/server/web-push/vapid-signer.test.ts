import { expect, test } from 'vitest';
import { checkVapid } from '#tests/support/push/check-vapid.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { loadVapidKeys } from './vapid-keys.ts';
import { createVapidSigner } from './vapid-signer.ts';

const ORIGIN = 'https://push.example';
const HOUR_MS = 3_600_000;

function aSigner() {
	const keys = loadVapidKeys(aTemporaryFolder());
	const signer = createVapidSigner(keys, 'mailto:operator@example.org');
	const { keyId } = keys.current;
	return {
		keyId,
		signer,
		at: (now: number, origin = ORIGIN) => signer.authorize(origin, keyId, now)
	};
}

test('a push service accepts the token, for its own origin only', () => {
	const { keyId, at } = aSigner();
	const token = at(Date.now());

	expect(checkVapid(token, ORIGIN)).toEqual({ keyId, sub: 'mailto:operator@example.org' });
	expect(checkVapid(token, 'https://other.example')).toBe('wrong audience');
});

test('a token is used for twelve hours and then signed anew', () => {
	const { at } = aSigner();
	const start = Date.now();
	const token = at(start);

	expect(at(start + 12 * HOUR_MS - 1)).toBe(token);
	expect(at(start + 12 * HOUR_MS)).not.toBe(token);
	expect(at(start, 'https://other.example')).not.toBe(token);
});

test('a clock that was set back does not keep a token of the future', () => {
	const { at } = aSigner();
	const start = Date.now();
	const early = at(start + 100 * HOUR_MS);

	expect(at(start)).not.toBe(early);
	expect(checkVapid(at(start), ORIGIN)).toMatchObject({ sub: 'mailto:operator@example.org' });
});

test('a key that is not here signs nothing', () => {
	const { signer } = aSigner();

	expect(signer.authorize(ORIGIN, 'of-somebody-else', Date.now())).toBeUndefined();
});
