import { expect, test } from 'vitest';
import { toTranslatedLine, type PairedLine } from './translated-lines.ts';

const LINE: PairedLine = {
	...{ id: 'do.1', part: 'do', number: 1, isOfBody: true, state: 'behind', own: 'do.1' },
	...{ english: 'Keep your door closed.', target: 'Deje la puerta cerrada.' }
};

/** The hashes by which earlier versions are asked for the words of a line: each may be a run of Git. */
function askedFor(recorded: string): string[] {
	const asked: string[] = [];
	toTranslatedLine({ ...LINE, recorded }, (hash) => {
		asked.push(hash);
		return undefined;
	});
	return asked;
}

test('earlier versions are asked for a line that was noted, and for no other', () => {
	expect(askedFor('77e3f5')).toEqual(['77e3f5']);
	expect(askedFor('000000')).toEqual([]);
});
