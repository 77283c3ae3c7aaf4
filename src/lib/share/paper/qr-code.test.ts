import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrCode, type QrCode } from './qr-code.ts';

const SCALE = 4;

/** What a camera sees of it: dark points on light ones. */
function drawn({ size, quiet, path }: QrCode) {
	const side = size * SCALE;
	const data = new Uint8ClampedArray(side * side * 4).fill(255);
	for (const [, ...run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		const [x = 0, y = 0, dark = 0] = run.map(Number);
		for (let row = 0; row < SCALE; row += 1) {
			const from = (((y + quiet) * SCALE + row) * side + (x + quiet) * SCALE) * 4;
			data.fill(0, from, from + dark * SCALE * 4);
		}
	}
	return { width: side, height: side, data };
}

test.each([
	'http://localhost:3000/g/school-bus/',
	'https://handrail.example.org/handrail/g/school-door-principal/'
])('a phone reads %s and nothing else', (address) => {
	expect(decodeQR(drawn(qrCode(address)))).toBe(address);
});

test('on a card of 14 mm a point is large enough for a camera', () => {
	const { size } = qrCode('https://handrail.example.org/g/school-door-principal/');
	// what a phone sees from a hand's distance
	expect(14 / size).toBeGreaterThan(1 / 3);
});
