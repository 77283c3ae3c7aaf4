import { describe, expect, test } from 'vitest';
import { forge } from './forge.ts';
import { CLAIM_ROWS } from './claim-rows.ts';
import { ENTRY_ROWS } from './entry-rows.ts';
import { AUDIO_ROWS } from './audio-rows.ts';
import { FOLDER_ROWS } from './folder-rows.ts';
import { LISTING_ROWS } from './listing-rows.ts';
import { SIGNATURE_ROWS } from './signature-rows.ts';
import { TEXT_ROWS } from './text-rows.ts';
import { phoneVerdict, publisherVerdict } from './verdicts.ts';

const ROWS = [
	...SIGNATURE_ROWS,
	...CLAIM_ROWS,
	...ENTRY_ROWS,
	...LISTING_ROWS,
	...TEXT_ROWS,
	...FOLDER_ROWS,
	...AUDIO_ROWS
];

test('phones and their publisher take an edition that is fresh from the compiler', async () => {
	const forged = await forge();
	expect(await phoneVerdict(forged)).toBe('takes');
	expect(await publisherVerdict(forged)).toEqual([]);
});

describe('an edition is altered, and signed anew where the forger has the keys', () => {
	test.each(ROWS)('%s', async (_name, forgery, phone, publisher) => {
		const forged = await forge(forgery);
		const verdict = await phoneVerdict(forged);
		const problems = await publisherVerdict(forged);
		if (publisher === 'takes') expect(problems).toEqual([]);
		else expect(problems.join('\n')).toMatch(publisher);
		expect(verdict).toBe(phone);
		// whatever the table says
		if (verdict !== 'takes') expect(problems).not.toEqual([]);
	});
});
