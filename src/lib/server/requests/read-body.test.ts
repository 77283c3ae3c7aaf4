import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
	new Request('http://localhost/', {
		method: 'POST',
		body,
		headers,
		duplex: 'half'
	} as RequestInit);

/** A client that never stops sending. `pulled` is how much was read of it. */
function anEndlessBody() {
	const state = { pulled: 0, isCancelled: false };
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			state.pulled += 1024;
			controller.enqueue(new Uint8Array(1024));
		},
		cancel() {
			state.isCancelled = true;
		}
	});
	return { state, body };
}

test('a body up to the cap is read whole', async () => {
	const read = await readBody(post(new Uint8Array(8192).fill(7)));
	expect(read.ok && read.value.length).toBe(8192);
	expect(await readBody(new Request('http://localhost/'))).toMatchObject({ ok: true });
});

test('one byte more is refused, whatever length was announced', async () => {
	const body = new Uint8Array(8193);
	expect(await readBody(post(body))).toEqual({ ok: false, code: 'body-too-large' });
	const lying = post(body, { 'content-length': '3' });
	expect(await readBody(lying)).toEqual({ ok: false, code: 'body-too-large' });
});

test('an endless body is read to the cap and no further', async () => {
	const { state, body } = anEndlessBody();
	expect(await readBody(post(body))).toEqual({ ok: false, code: 'body-too-large' });
	expect(state.pulled).toBeLessThan(12_000);
	expect(state.isCancelled).toBe(false);
});

test('a body that breaks off is told from one that is too large', async () => {
	const broken = (error: unknown) =>
		post(new ReadableStream({ start: (controller) => controller.error(error) }));
	expect(await readBody(broken(new Error('reset')))).toEqual({ ok: false, code: 'body-cut' });
	const capped = broken({ status: 413 });
	expect(await readBody(capped)).toEqual({ ok: false, code: 'body-too-large' });
});
