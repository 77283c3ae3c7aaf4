import { afterEach, expect, test, vi } from 'vitest';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';
import { fetchSound } from './fetch-sound.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

test('a browser from before AbortSignal.timeout gets a recording, too', async () => {
	const bytes = toBytes('a sound');
	vi.stubGlobal('AbortSignal', {});
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(bytes)));
	const file = { sha256: await sha256Hex(bytes), length: bytes.length };
	expect(await fetchSound(file)).toEqual(bytes);
});
