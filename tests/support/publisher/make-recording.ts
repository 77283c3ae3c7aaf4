// Says a guide of the fixture aloud by a computer's voice, line by line, as
// tests/fixtures/recordings has it: `npx node tests/support/publisher/make-recording.ts front-door`.
// It needs two programs of Debian's: espeak-ng and opus-tools.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blocksToSay, linesToSay, wordsHash } from '../../../src/compiler/text/recorded-words.ts';
import { parsed } from './content-fixture.ts';

/** Of silence after each line. */
const PAUSE_S = 0.35;
const HEADER_BYTES = 44;

const [slug = ''] = process.argv.slice(2);
const text = parsed().guides.get(slug)?.get('en');
if (!text) throw new Error(`The fixture has no guide "${slug}"`);
const to = join('tests/fixtures/recordings', slug);
const work = mkdtempSync(join(tmpdir(), 'handrail-recording-'));
mkdirSync(to, { recursive: true });

const blocks = blocksToSay(text).map((block) => {
	const lines = linesToSay(text, block);
	const said = lines.map((line) =>
		execFileSync('espeak-ng', ['-v', 'en-us', '-s', '170', '--stdout', line])
	);
	const rate = said[0]?.readUInt32LE(24) ?? 22_050;
	const pause = Buffer.alloc(Math.round(rate * PAUSE_S) * 2);
	const starts: number[] = [];
	let seconds = 0;
	const sound = said.flatMap((wave) => {
		starts.push(Math.round(seconds * 100) / 100);
		const samples = wave.subarray(HEADER_BYTES);
		seconds += (samples.length + pause.length) / 2 / rate;
		return [samples, pause];
	});
	const raw = join(work, `${block}.raw`);
	writeFileSync(raw, Buffer.concat(sound));
	const format = ['--raw', '--raw-bits', '16', '--raw-rate', String(rate), '--raw-chan', '1'];
	const how = ['--quiet', '--speech', '--bitrate', '10', '--framesize', '60', '--discard-comments'];
	// a fixed number of the stream: the same words give the same file
	execFileSync('opusenc', [...format, ...how, '--serial', '1', raw, join(to, `${block}.opus`)]);
	return `  ${block}:\n    words: ${wordsHash(lines)}\n    starts: [${starts.join(', ')}]`;
});
rmSync(work, { recursive: true });

const head = 'voice: synthetic\nby: eSpeak NG\non: 2026-11-30\nblocks:';
writeFileSync(join(to, 'recording.yaml'), [head, ...blocks, ''].join('\n'));
