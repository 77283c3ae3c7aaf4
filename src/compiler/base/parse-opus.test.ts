import { expect, test } from 'vitest';
import { aSound } from '#tests/support/publisher/a-recording.ts';
import { parseOpus } from './parse-opus.ts';

const altered = (change: (file: Buffer) => void): Uint8Array => {
	const file = Buffer.from(aSound());
	change(file);
	return file;
};

test('a recording of one voice says how long it is', () => {
	const opus = parseOpus(aSound());
	expect(opus.ok && opus.value.seconds).toBeCloseTo(2.85, 1);
});

test.each([
	['nothing', new Uint8Array(), 'is no whole Ogg file'],
	['a recording that was cut', aSound().subarray(0, 2000), 'is no whole Ogg file'],
	['something behind its end', Buffer.concat([aSound(), Buffer.from('x')]), 'is no whole Ogg file'],
	['another kind of sound', altered((it) => it.write('Vorbis12', 28)), 'is no Opus in Ogg'],
	['two channels', altered((it) => it.writeUInt8(2, 37)), 'has more than one channel'],
	['a second stream', altered((it) => it.writeUInt32LE(9, 47 + 14)), 'has a second stream'],
	[
		'the name of a place among its comments',
		altered((it) => it.write('LOCATION=', it.indexOf('ENCODER=opus'))),
		'carries a comment: "LOCATION='
	]
])('%s is refused', (_name, bytes, problem) => {
	const opus = parseOpus(bytes);
	expect(opus.ok ? '' : opus.code).toContain(problem);
});
